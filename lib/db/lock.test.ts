import { fork } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DatabaseBusyError } from "./busy";
import { lockDirectory } from "./lock";

let home: string;
let directory: string;

beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), "console-lock-"));
  directory = path.join(home, "database");
});
afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

/** Another process that holds the directory until it is killed. */
async function holder() {
  const program = path.join(home, "holder.ts");
  const lock = path.resolve("lib/db/lock.ts");
  fs.writeFileSync(
    program,
    `import { lockDirectory } from ${JSON.stringify(lock)};
     lockDirectory(${JSON.stringify(directory)});
     process.send("held");
     setInterval(() => undefined, 1000);`,
  );
  const child = fork(program, { execArgv: ["--import", "tsx"] });
  await once(child, "message");
  return child;
}

test("another living process is refused in one sentence that names it; once it was killed the lock is free", async () => {
  const child = await holder();
  expect(() => lockDirectory(directory)).toThrow(DatabaseBusyError);
  expect(() => lockDirectory(directory)).toThrow(`in use by process ${child.pid}`);
  child.kill("SIGKILL");
  await once(child, "exit");
  const unlock = lockDirectory(directory);
  unlock();
  expect(fs.readdirSync(home)).toEqual(["holder.ts"]);
});

test("a process id that was given to another process since does not keep the lock", () => {
  const left = { pid: process.pid, host: os.hostname(), started: "1", token: "left-behind" };
  fs.writeFileSync(`${directory}.lock`, JSON.stringify(left));
  lockDirectory(directory)();
});

test("another machine's lock is believed while it is touched, and taken over when it has been silent", () => {
  const file = `${directory}.lock`;
  fs.writeFileSync(file, JSON.stringify({ pid: 1, host: "elsewhere", started: null, token: "theirs" }));
  expect(() => lockDirectory(directory)).toThrow("process 1 on elsewhere");
  const silent = new Date(Date.now() - 31_000);
  fs.utimesSync(file, silent, silent);
  lockDirectory(directory)();
});

test("giving a lock back does not remove somebody else's", () => {
  const unlock = lockDirectory(directory);
  const theirs = JSON.stringify({ pid: 1, host: "elsewhere", started: null, token: "theirs" });
  fs.writeFileSync(`${directory}.lock`, theirs);
  unlock();
  expect(fs.readFileSync(`${directory}.lock`, "utf8")).toBe(theirs);
});
