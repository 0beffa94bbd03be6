import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How the simulator can be reached and what it accepts, as it says itself. */
export type Simulator = { endpoint: string; ak: string; sk: string; project: string; instance: string; region: string };

/** A console of its own with a simulator of its own. */
export type World = {
  url: string;
  simulator: Simulator;
  admin: { email: string; password: string };
  dataDir: string;
  /** Everything that console and simulator have written so far. */
  said(): string;
  /** Ends the console's process alone, as a crash does; the launcher ends the rest. */
  crash(): Promise<void>;
  /** Ends everything in order. The data stays when it was given. */
  stop(): Promise<void>;
};

export type Wishes = {
  /** Data of an earlier world, to go on with it. Otherwise a directory is made, and removed by `stop`. */
  dataDir?: string;
  /** Command line of the launcher, such as `["--signing", "derived"]`. */
  flags?: readonly string[];
  env?: Readonly<Record<string, string>>;
};

type Ready = { kind: "ready"; url: string; simulator: Simulator; pids: { console: number } };

const LAUNCHER = join(import.meta.dirname, "..", "scripts", "start.mjs");
const ADMIN = { email: "admin@example.com", password: "correct horse battery staple" };
const PATIENCE_MS = 240_000;

/** Starts a built console (of CONSOLE_BUILD, else of the sources) on free ports. Rejects with what the launcher said. */
export async function launch({ dataDir: given, flags = [], env = {} }: Wishes = {}): Promise<World> {
  const dataDir = given ?? mkdtempSync(join(tmpdir(), "fleet-e2e-"));
  const built = process.env.CONSOLE_BUILD ? ["--built", process.env.CONSOLE_BUILD] : [];
  const simulatorPort = flags.includes("--simulator-port") ? [] : ["--simulator-port", "0"];
  const args = ["--settings", "", "--port", "0", "--data", dataDir, ...simulatorPort, ...built, ...flags];
  const own = { ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password, LOG_LEVEL: "warn", HOST: "127.0.0.1" };
  const child = fork(LAUNCHER, args, {
    env: { ...process.env, IOTDA_ENDPOINT: "", npm_lifecycle_event: "", ...own, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => words.push(String(chunk)));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = await new Promise<Ready>((resolve, reject) => {
    const timer = setTimeout(() => child.kill(), PATIENCE_MS);
    child.on("message", (message: Ready) => {
      if (message.kind === "ready") resolve(message);
    });
    void ended.then(() => {
      clearTimeout(timer);
      reject(new Error(`The launcher ended:\n${words.join("")}`));
    });
    child.once("message", () => clearTimeout(timer));
  });
  return {
    url: ready.url.replace("localhost", "127.0.0.1"),
    simulator: ready.simulator,
    admin: ADMIN,
    dataDir,
    said: () => words.join(""),
    async crash() {
      process.kill(ready.pids.console, "SIGKILL");
      await ended;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
      if (given === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
