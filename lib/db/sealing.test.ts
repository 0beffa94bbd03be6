import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Secret } from "@/lib/secret";
import { createSealing, rowsKey, SealedError } from "./sealing";

const KEY = new Secret("0f".repeat(32));
const sealing = createSealing(() => KEY);
const TEXT = `["node_id","secret"]\n["n-1","hunter2-hunter2"]`;

describe("sealing", () => {
  test("what is sealed is opened again, and says nothing until then", async () => {
    const sealed = await sealing.seal("set:0", TEXT);
    expect(await sealing.open("set:0", sealed)).toBe(TEXT);
    expect(Buffer.from(sealed).toString("latin1")).not.toContain("hunter2");
  });

  test("the same text is sealed to other bytes each time", async () => {
    expect(await sealing.seal("set:0", TEXT)).not.toEqual(await sealing.seal("set:0", TEXT));
  });

  test.each<[string, (sealed: Uint8Array) => Promise<string>]>([
    ["with another key", (sealed) => createSealing(() => new Secret("1f".repeat(32))).open("set:0", sealed)],
    ["under another name", (sealed) => sealing.open("set:1", sealed)],
    [
      "with one bit changed",
      (sealed) =>
        sealing.open(
          "set:0",
          sealed.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
        ),
    ],
    [
      "with its tag changed",
      (sealed) =>
        sealing.open(
          "set:0",
          sealed.map((byte, at) => (at === 20 ? byte ^ 1 : byte)),
        ),
    ],
    ["cut short", (sealed) => sealing.open("set:0", sealed.slice(0, 20))],
    [
      "of another format",
      (sealed) =>
        sealing.open(
          "set:0",
          sealed.map((byte, at) => (at === 0 ? 2 : byte)),
        ),
    ],
  ])("it can not be opened %s", async (_, open) => {
    await expect(open(await sealing.seal("set:0", TEXT))).rejects.toThrow(SealedError);
  });
});

describe("the key", () => {
  let directory: string;
  beforeEach(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), "rows-key-"));
  });
  afterEach(() => fs.rmSync(directory, { recursive: true }));

  test("is the given one", () => {
    expect(rowsKey(KEY, directory).reveal()).toBe(KEY.reveal());
    expect(fs.readdirSync(directory)).toEqual([]);
  });

  test("else it is made once, for us alone, and nothing else is left", () => {
    const inside = path.join(directory, "data");
    const made = rowsKey(null, inside).reveal();
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(rowsKey(null, inside).reveal()).toBe(made);
    expect(fs.readdirSync(inside)).toEqual(["rows.key"]);
    expect(fs.statSync(path.join(inside, "rows.key")).mode & 0o777).toBe(0o600);
  });

  test("is never replaced, because rows may wait for it", () => {
    fs.writeFileSync(path.join(directory, "rows.key"), "half");
    expect(() => rowsKey(null, directory)).toThrow(/damaged/);
    expect(fs.readFileSync(path.join(directory, "rows.key"), "utf8")).toBe("half");
  });
});
