import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AREAS, ZONES } from "./zone-table.mjs";
import { forbidden, withZones } from "./zones.mjs";

type Diagnostic = { category: string; location: { path: string | { file: string } } };

const root = resolve(import.meta.dirname, "..");
const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
const config = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));

/** One file for each import to try: where it lies, what it imports, and whether the zones allow that. */
type Try = { file: string; specifier: string; allowed: boolean };

const climb = (from: string, to: string) => relative(dirname(from), to).replace(/^(?!\.)/, "./");
const named = (sample: string, name: string) =>
  join(dirname(sample), `${name}.${sample.split(".").slice(1).join(".")}`);

/** Every zone with every area, by alias and by climbing. The root's files have no folder and are tried by themselves. */
const TRIES: Try[] = ZONES.filter(({ name }) => name !== "root").flatMap((zone, at) =>
  AREAS.flatMap((area, index) => {
    const allowed = !forbidden(zone).includes(area);
    const single = existsSync(join(root, `${area}.ts`));
    const target = single ? area : `${area}/thing`;
    const byAlias = { specifier: `@/${target}`, allowed: allowed && zone.name !== "scripts" };
    return [byAlias, { specifier: climb(zone.sample, target), allowed }].map((one, way) => ({
      ...one,
      file: named(zone.sample, `sample-${at}-${index}-${way}`),
    }));
  }),
);

const sourceOf = (file: string, specifier: string) =>
  file.endsWith(".mjs")
    ? `import { thing } from "${specifier}";\nthing();\n`
    : `import type { Thing } from "${specifier}";\nexport type Same = Thing;\n`;

/** Ways around a zone, one file each. */
const DETOURS: Record<string, string> = {
  "instrumentation.ts": 'import { x } from "@/lib/db/x";\nx();',
  "proxy.ts": 'import { x } from "./components/x";\nx();',
  "lib/failure.ts": 'import { x } from "./server/x";\nx();',
  "lib/tasks/re-export.ts": 'export { x } from "@/lib/db/x";',
  "lib/tasks/later.ts": 'export const x = import("@/lib/db/x");',
  "lib/worker/react.ts": 'import { useState } from "react";\nuseState();',
  "scripts/package.mjs": 'import { build } from "esbuild";\nbuild();',
};

/** The files in which Biome finds a forbidden import. */
function violations(directory: string, files: Record<string, string>): Set<string> {
  const { $schema: _, vcs: __, ...rest } = config;
  writeFileSync(join(directory, "biome.json"), JSON.stringify(rest));
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), source);
  }
  const { stdout } = spawnSync(
    process.execPath,
    [biome, "lint", "--only=style/noRestrictedImports", "--max-diagnostics=none", "--reporter=json", "."],
    { cwd: directory, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
  );
  const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(stdout);
  return new Set(diagnostics.map(({ location: { path } }) => (typeof path === "string" ? path : path.file)));
}

describe("the import zones", () => {
  const directory = mkdtempSync(join(tmpdir(), "zones-"));
  let found = new Set<string>();
  beforeAll(() => {
    const pairs = Object.fromEntries(TRIES.map(({ file, specifier }) => [file, sourceOf(file, specifier)]));
    found = violations(directory, { ...pairs, ...DETOURS });
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test("biome.json holds what the table says", () => {
    expect(config).toEqual(withZones(config));
  });

  test("every folder and file of lib is in the table", () => {
    const present = readdirSync(join(root, "lib"))
      .filter((entry) => !entry.includes(".test.") && !entry.startsWith("."))
      .map((entry) => `lib/${entry.replace(/\.tsx?$/, "")}`);
    expect(present.filter((entry) => !AREAS.includes(entry))).toEqual([]);
  });

  test("every pair: what is forbidden is caught, by alias and by climbing, and what is allowed is not", () => {
    const wrong = TRIES.filter(({ file, allowed }) => found.has(file) === allowed);
    expect(wrong.map(({ file, specifier, allowed }) => `${file} ${specifier} ${allowed}`)).toEqual([]);
    expect(TRIES.filter(({ allowed }) => !allowed).length).toBeGreaterThan(500);
  });

  test.each(Object.keys(DETOURS))("%s can not go around its zone", (file) => {
    expect(found).toContain(file);
  });

  test("require is no way around either, because nothing may use it", () => {
    expect(config.linter.rules.style.noCommonJs).toBe("error");
  });
});
