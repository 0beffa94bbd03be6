import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("every variable that the console reads is documented", () => {
  const source = readFileSync("lib/env.ts", "utf8");
  const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name ?? "");
  expect(read).toContain("IOTDA_ENDPOINT");
  const told = readFileSync("docs/connecting.md", "utf8");
  expect(read.filter((name) => !told.includes(`\`${name}`))).toEqual([]);
});
