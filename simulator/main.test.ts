import { type ChildProcess, fork } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { readOptions } from "./options";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function run(args: string[]): ChildProcess {
  const child = fork(MAIN, args, { execArgv: ["--import", "tsx"], stdio: ["ignore", "pipe", "pipe", "ipc"] });
  children.push(child);
  return child;
}

const exit = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once("exit", resolve));
const firstLine = (stream: NodeJS.ReadableStream | null) =>
  new Promise<string>((resolve, reject) => {
    let text = "";
    stream?.on("data", (chunk) => {
      text += String(chunk);
      if (text.includes("\n")) resolve(text.split("\n")[0] ?? "");
    });
    stream?.once("end", () => reject(new Error(`no line: ${text}`)));
  });

/** Two programs are started: on a busy machine that takes its time. */
const STARTING_MS = 45_000;

test(
  "says where it listens in one JSON line, and ends with its parent",
  async () => {
    const child = run(["--port", "0", "--devices", "40", "--ak", "MYKEY"]);
    const ready: unknown = JSON.parse(await firstLine(child.stdout));
    expect(ready).toMatchObject({
      ready: true,
      ak: "MYKEY",
      endpoint: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
    const ended = exit(child);
    child.disconnect();
    expect(await ended).toBe(0);
  },
  STARTING_MS,
);

test(
  "a taken port is one sentence and exit code 1",
  async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = address !== null && typeof address !== "string" ? address.port : 0;
    const child = run(["--port", String(port), "--devices", "40"]);
    const line = firstLine(child.stderr);
    expect(await exit(child)).toBe(1);
    expect(await line).toBe(`Port ${port} is taken. Choose another one with --port.`);
    other.close();
  },
  STARTING_MS,
);

test("reads its flags, and says which one is wrong", () => {
  expect(readOptions(["--port", "4011", "--signing", "derived"])).toMatchObject({
    port: 4011,
    signing: "derived",
    seed: 1,
  });
  expect(readOptions(["--help"])).toBe("help");
  expect(() => readOptions(["--devices", "many"])).toThrow("--devices must be a number from 20 to 200000, not many.");
  expect(() => readOptions(["--signing", "none"])).toThrow("--signing");
  expect(() => readOptions(["--project", "x"])).toThrow("--project");
  expect(() => readOptions(["--prot", "1"])).toThrow("--prot");
});
