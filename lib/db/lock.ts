import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import { DatabaseBusyError } from "./busy";

const BEAT_MS = 5_000;
/** A lock of another machine or container counts as left behind when nobody touched it for this long. */
const SILENT_MS = 30_000;

type Owner = { pid: number; host: string; started: string | null; token: string };

/** When a process began, in ticks since boot (Linux): tells a reused process id from the one that took the lock. */
function startOf(pid: number): string | null {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function read(file: string): Owner | null {
  try {
    const owner: unknown = JSON.parse(fs.readFileSync(file, "utf8"));
    const isOwner =
      typeof owner === "object" && owner !== null && "pid" in owner && "host" in owner && "token" in owner;
    return isOwner ? (owner as Owner) : null;
  } catch {
    return null;
  }
}

function isAlive(file: string, owner: Owner): boolean {
  if (owner.host !== os.hostname()) {
    const touched = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    return touched !== undefined && Date.now() - touched < SILENT_MS;
  }
  return isRunning(owner.pid) && (owner.started === null || owner.started === startOf(owner.pid));
}

function place(file: string, owner: Owner): boolean {
  const draft = `${file}.${owner.token}`;
  fs.writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Moves a dead owner's lock away; when somebody was faster and we moved theirs, it is put back. */
function clear(file: string, dead: Owner | null): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    fs.renameSync(file, aside);
    if (read(aside)?.token !== dead?.token) fs.linkSync(aside, file);
  } catch {
    // Gone already, or placed anew meanwhile: the next try at placing ours tells.
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

/**
 * Takes a directory for this process and answers how to give it back. Throws `DatabaseBusyError` while another living
 * process has it; a lock that a killed process left behind is taken over.
 */
export function lockDirectory(directory: string): () => void {
  const file = `${directory}.lock`;
  const mine: Owner = { pid: process.pid, host: os.hostname(), started: startOf(process.pid), token: randomUUID() };
  for (let tries = 0; !place(file, mine); tries += 1) {
    const owner = read(file);
    if (tries === 5 || (owner !== null && isAlive(file, owner))) throw new DatabaseBusyError(directory, owner);
    clear(file, owner);
  }
  const beat = setInterval(() => {
    if (read(file)?.token === mine.token) fs.utimesSync(file, new Date(), new Date());
  }, BEAT_MS);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (read(file)?.token === mine.token) fs.rmSync(file, { force: true });
  };
}
