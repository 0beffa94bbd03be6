import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBuild } from "./fake-build";

const root = resolve(import.meta.dirname, "..");
const PATIENCE = { timeout: 30_000, interval: 50 };

type Launch = { child: ChildProcess; said(): string; ended: Promise<number | null> };

let home = "";
const launches: Launch[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "fleet-start-"));
  mkdirSync(join(home, "notes"));
  fakeBuild(join(home, "build"));
});

afterEach(async () => {
  for (const { child, ended } of launches.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

function run(command: string, before: string[], flags: string[], env: Record<string, string>): Launch {
  const child = spawn(command, [...before, "--settings", "", "--built", join(home, "build"), ...flags], {
    cwd: root,
    env: {
      ...process.env,
      NOTES: join(home, "notes"),
      IOTDA_ENDPOINT: "",
      npm_lifecycle_event: "",
      HOST: "127.0.0.1",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      words += String(chunk);
    });
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  const launch = { child, said: () => words, ended };
  launches.push(launch);
  return launch;
}

const data = () => join(home, "data");
const usual = () => ["--port", "0", "--data", data()];
const start = (flags = usual(), env: Record<string, string> = {}) =>
  run(process.execPath, [join(root, "scripts", "start.mjs")], flags, env);

function throughNpm(): Launch {
  const own = process.env.npm_execpath;
  const [command, before] = own?.endsWith(".js") ? [process.execPath, [own]] : ["npm", []];
  return run(command, [...before, "start", "--"], usual(), {});
}

const untilRunning = (launch: Launch) => vi.waitFor(() => expect(launch.said()).toContain("Ctrl-C ends it."), PATIENCE);
const note = (name: string) => readFileSync(join(home, "notes", name), "utf8");
const untilEnded = (name: string) =>
  vi.waitFor(() => expect(existsSync(join(home, "notes", `${name}.ended`))).toBe(true), PATIENCE);

async function expectAllEndedInOrder() {
  await untilEnded("console");
  await untilEnded("simulator");
}

async function expectRefusal(launch: Launch, sentence: RegExp) {
  expect(await launch.ended).toBe(1);
  expect(launch.said().trim()).toMatch(sentence);
  expect(launch.said()).not.toMatch(/^\s+at /m);
}

describe("npm start", { timeout: 120_000 }, () => {
  test("starts the simulator and the console, leads one to the other and says how to sign in", async () => {
    const launch = start();
    await untilRunning(launch);
    const address = /Address\s+(\S+)/.exec(launch.said())?.[1] ?? "";
    const seen: unknown = await (await fetch(address.replace("localhost", "127.0.0.1"))).json();
    expect(seen).toMatchObject({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), key: "AK", data: data() });
    expect(launch.said()).toContain("first@example.com");
    expect(launch.said().match(/made-up/g)).toHaveLength(1);
  });

  test.each(["SIGTERM", "SIGINT"] as const)("%s ends the console, then the simulator", async (signal) => {
    const launch = start();
    await untilRunning(launch);
    launch.child.kill(signal);
    expect(await launch.ended).toBe(0);
    expect(Number(note("console.ended"))).toBeLessThanOrEqual(Number(note("simulator.ended")));
  });

  test("a signal that only npm gets ends everything", async () => {
    const launch = throughNpm();
    await untilRunning(launch);
    launch.child.kill("SIGTERM");
    await expectAllEndedInOrder();
  });

  test("npm killed outright ends everything", async () => {
    const launch = throughNpm();
    await untilRunning(launch);
    launch.child.kill("SIGKILL");
    await expectAllEndedInOrder();
  });

  test("a launcher killed outright takes its programs with it, and the next one starts on the same data", async () => {
    const first = start();
    await untilRunning(first);
    const pid = note("console.pid");
    first.child.kill("SIGKILL");
    const second = start();
    await untilRunning(second);
    expect(note("console.pid")).not.toBe(pid);
    await expectAllEndedInOrder();
  });

  test("a console that crashes ends the launcher, which says so", async () => {
    const launch = start();
    await untilRunning(launch);
    process.kill(Number(note("console.pid")), "SIGKILL");
    await expectRefusal(launch, /The console ended \(SIGKILL\)/);
    await untilEnded("simulator");
  });
});

describe("npm start says in one sentence", { timeout: 120_000 }, () => {
  test("that the port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => server.once("listening", done));
    const address = server.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    await expectRefusal(start(["--port", port, "--data", data()]), new RegExp(`^Port ${port} is taken\\.`));
    server.close();
  });

  test("that the data directory can not be written", async () => {
    writeFileSync(join(home, "file"), "");
    const directory = join(home, "file", "data");
    await expectRefusal(
      start(["--port", "0", "--data", directory]),
      /^The data directory .* can not be written \(ENOTDIR\)\.$/,
    );
  });

  test("that another console runs on the same data, which goes on undisturbed", async () => {
    const first = start();
    await untilRunning(first);
    await expectRefusal(start(), /^Another console is running on the data in /);
    expect(first.child.exitCode).toBeNull();
    expect(existsSync(join(home, "notes", "console.ended"))).toBe(false);
  });

  test("what is wrong in the environment", async () => {
    await expectRefusal(start(usual(), { IOTDA_SIGNING: "nonsense" }), /^IOTDA_SIGNING must be one of/);
    await expectRefusal(start(["--port", "99999", "--data", data()]), /^PORT must be a whole number/);
  });

  test("what the console hands over before it gives up", async () => {
    await expectRefusal(start(usual(), { BROKEN: "The database is in use." }), /The database is in use\.$/);
  });

  test("which variables are not used, because the simulator is", async () => {
    const launch = start(usual(), { HUAWEICLOUD_SDK_AK: "mine" });
    await untilRunning(launch);
    expect(launch.said()).toContain("IOTDA_ENDPOINT is not set, so the simulator is used and not HUAWEICLOUD_SDK_AK.");
  });

  test("that an option is not known", async () => {
    await expectRefusal(start([...usual(), "--nonsense"]), /^Unknown option '--nonsense'/);
  });
});
