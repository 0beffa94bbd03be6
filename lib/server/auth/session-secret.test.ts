import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Secret } from "@/lib/secret";
import { sessionSecret } from "./session-secret";

let home: string;
const file = () => path.join(home, "data", "session-secret");
const modeOf = (name: string) => fs.statSync(name).mode & 0o777;

beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), "console-secret-"));
});
afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

test("it is made once and kept for its owner only", () => {
  const made = sessionSecret(null, path.join(home, "data")).reveal();
  expect(made.length).toBeGreaterThanOrEqual(64);
  expect(sessionSecret(null, path.join(home, "data")).reveal()).toBe(made);
  if (process.platform !== "win32") expect(modeOf(file())).toBe(0o600);
  expect(fs.readdirSync(path.dirname(file()))).toEqual(["session-secret"]);
});

test("a file that others may read is closed again, and half a secret is replaced", () => {
  sessionSecret(null, path.join(home, "data"));
  fs.chmodSync(file(), 0o644);
  sessionSecret(null, path.join(home, "data"));
  if (process.platform !== "win32") expect(modeOf(file())).toBe(0o600);
  fs.writeFileSync(file(), "short");
  expect(sessionSecret(null, path.join(home, "data")).reveal().length).toBeGreaterThanOrEqual(64);
});

test("a given secret is used and nothing is written", () => {
  const given = new Secret("given by the environment, long enough");
  expect(sessionSecret(given, path.join(home, "data"))).toBe(given);
  expect(fs.existsSync(file())).toBe(false);
});
