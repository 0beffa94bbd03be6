import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./parent.mjs";
import { Refusal } from "./say.mjs";

/** Marks a directory as one of ours, so that nothing else is ever removed. */
export const MARK = ".fleet-console";
const PROGRAMS = "programs.json";
const PATIENCE_MS = 20_000;
const LONGEST_SOCKET_PATH = 100;

/** Makes the data directory where it is missing. Refuses one that can not be written. */
export function ensureDataDir(directory) {
  try {
    makeDirectory(directory);
    accessSync(directory, constants.W_OK | constants.R_OK | constants.X_OK);
    writeFileSync(join(directory, MARK), "The data of a fleet console. `npm run reset` removes it.\n");
  } catch (problem) {
    throw new Refusal(`The data directory ${directory} can not be written (${problem.code ?? problem.message}).`);
  }
}

/** One level at a time: Node's own `recursive` never returns where the system refuses a new directory with ENOENT. */
function makeDirectory(directory) {
  if (existsSync(directory)) return;
  makeDirectory(dirname(directory));
  mkdirSync(directory, { mode: 0o700 });
}

/**
 * Takes the data directory for this launcher alone: a socket that only a living process answers, so that a crash leaves
 * nothing that has to be cleaned by hand. What a killed launcher started is waited for. Answers how to let go.
 */
export async function takeDataDir(directory) {
  const address = socketOf(directory);
  const taken = new Refusal(`Another console is running on the data in ${directory}. End it first, or set DATA_DIR.`);
  if (await answers(address)) throw taken;
  if (process.platform !== "win32") rmSync(address, { force: true });
  const server = createServer((socket) => socket.destroy());
  await new Promise((resolve, reject) => {
    // A disk that knows no sockets: the database's own lock still keeps a second console away.
    server.once("error", ({ code }) => (code === "EADDRINUSE" ? reject(taken) : resolve()));
    server.listen(address, resolve);
  });
  server.unref();
  await previousEnded(directory);
  return () => {
    rmSync(join(directory, PROGRAMS), { force: true });
    server.close();
  };
}

/** Whether a launcher runs on that directory. */
export const isTaken = (directory) => existsSync(directory) && answers(socketOf(directory));

/** Writes down what the launcher started, for the next one to wait for if this one is killed. */
export const notePrograms = (directory, pids) => writeFileSync(join(directory, PROGRAMS), JSON.stringify(pids));

async function previousEnded(directory) {
  const file = join(directory, PROGRAMS);
  if (!existsSync(file)) return;
  let pids = [];
  try {
    pids = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Cut short by the kill: nothing to wait for.
  }
  for (const until = Date.now() + PATIENCE_MS; pids.some(isAlive) && Date.now() < until; ) await sleep(100);
}

function socketOf(directory) {
  const real = realpathSync(directory);
  const name = createHash("sha256").update(real).digest("hex").slice(0, 24);
  if (process.platform === "win32") return `\\\\.\\pipe\\fleet-console-${name}`;
  const inside = join(real, "console.sock");
  return inside.length < LONGEST_SOCKET_PATH ? inside : join(tmpdir(), `fleet-console-${name}.sock`);
}

function answers(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    const done = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
  });
}
