import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const END_WITH_PARENT = new URL("./end-with-parent.mjs", import.meta.url).href;
const PATIENCE_MS = 15_000;

/**
 * Starts a program that ends with us. It is in a process group of its own, so that Ctrl-C reaches only the launcher,
 * which then ends its programs in order.
 */
export function startChild(file, { args = [], env = process.env, cwd, execArgv = [], output = "inherit", onMessage }) {
  const child = fork(file, args, {
    cwd: cwd ?? fileURLToPath(new URL("../../", import.meta.url)),
    env,
    execArgv: [...execArgv, "--import", END_WITH_PARENT],
    stdio: ["ignore", output, "inherit", "ipc"],
    detached: process.platform !== "win32",
  });
  const ended = new Promise((resolve) => {
    child.once("error", (problem) => resolve(problem.message));
    child.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
  });
  if (onMessage) child.on("message", onMessage);
  return { child, pid: child.pid, ended };
}

/** Asks a program to end (by hanging up, which works on every system) and waits; after 15 s it is killed. */
export async function endChild({ child, ended }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (child.connected) child.disconnect();
  const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  await ended;
  clearTimeout(timer);
}
