import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 300;

/**
 * Calls back when npm is gone. A signal to npm ends npm and its shell, and the launcher never hears of it; so it looks
 * whether the processes above it are still the same. Started without npm it may outlive its shell, as daemons do.
 */
export function onParentGone(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const above = ancestry();
  const timer = setInterval(() => {
    if (ancestry() === above && isAlive(process.ppid)) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** Our parent (npm's shell) and, where the system tells, the parent of that (npm). */
function ancestry() {
  const parent = process.ppid;
  if (process.platform !== "linux") return String(parent);
  try {
    return `${parent} ${
      readFileSync(`/proc/${parent}/stat`, "utf8")
        .replace(/^.*\) \S+ /s, "")
        .split(" ")[0]
    }`;
  } catch {
    return `${parent}`;
  }
}

/** Whether a process of that number is there. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem.code === "EPERM";
  }
}
