import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { type Lock, missingFrom } from "./lock.mjs";

const text = readFileSync(resolve(import.meta.dirname, "..", "package-lock.json"), "utf8");
const lock: Lock = JSON.parse(text);

test("the lock file names the packages of every system, or npm ci refuses it", () => {
  expect(missingFrom(lock)).toEqual({});
});

test("what is missing is told by its parent and its name", () => {
  const { "node_modules/@next/swc-darwin-arm64": _, ...packages } = lock.packages;
  const version = packages["node_modules/next"]?.version;
  expect(missingFrom({ packages })).toEqual({
    "node_modules/@next/swc-darwin-arm64": { version, cpu: ["arm64"], optional: true, os: ["darwin"] },
  });
});

test("the lock file names no registry", () => {
  expect(text).not.toContain('"resolved"');
});
