import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const COPIED = ["app", "components", "lib", "next-env.d.ts", "package.json", "tsconfig.json", "vitest.config.ts"];
const SLOW = { timeout: 240_000 };

/** A fenced block of the page: a file to write, or lines to put into one. */
type Block = { way: "ts" | "diff"; path: string; text: string };

const page = readFileSync(join(ROOT, "docs", "adding-a-task-type.md"), "utf8");
const blocks = [...page.matchAll(/^```(ts|diff) (\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, way, path, text]): Block => ({ way: way === "ts" ? "ts" : "diff", path: path ?? "", text: text ?? "" }),
);

let copy = "";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "fleet-type-"));
  for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  for (const name of ["node_modules", "scripts"]) symlinkSync(join(ROOT, name), join(copy, name));
  // Routes need types that only a build makes; nothing of a task type stands there.
  const checked = { extends: "./tsconfig.json", include: ["next-env.d.ts", "components", "lib"] };
  writeFileSync(join(copy, "tsconfig.types.json"), JSON.stringify(checked));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Does what one block says. Throws where the lines around it are not in the file. */
function follow({ way, path, text }: Block): void {
  const file = join(copy, path);
  if (way === "ts") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  for (const hunk of text.split(/^@@\n/m)) {
    const lines = hunk.split("\n").filter((line) => line !== "");
    const before = lines.filter((line) => line.startsWith(" ")).map((line) => `${line.slice(1)}\n`);
    const after = lines.map((line) => `${line.slice(1)}\n`);
    const source = readFileSync(file, "utf8");
    expect(source, `${path} holds the lines that the page shows`).toContain(before.join(""));
    writeFileSync(file, source.replace(before.join(""), after.join("")));
  }
}

function run(...[tool, ...args]: string[]): { passed: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync("npx", ["--no-install", tool ?? "", ...args], {
    cwd: copy,
    encoding: "utf8",
  });
  return { passed: status === 0, said: `${stdout}${stderr}` };
}
const compile = () => run("tsc", "--noEmit", "--incremental", "false", "-p", "tsconfig.types.json");

describe("docs/adding-a-task-type.md", () => {
  test("whoever stops after the registry is told by the compiler what is missing", SLOW, () => {
    for (const block of blocks.slice(0, 3)) follow(block);
    const { passed, said } = compile();
    expect(passed).toBe(false);
    const places = ["checks.ts", "kinds.ts", "type-icons.ts", "resetDevices"];
    expect(places.filter((place) => !said.includes(place))).toEqual([]);
  });

  test("whoever follows it to the end has a type that compiles, with words in every language", SLOW, () => {
    for (const block of blocks.slice(3)) follow(block);
    for (const { passed, said } of [compile(), run("vitest", "run", "lib/i18n/messages.test.ts")])
      expect(passed, said).toBe(true);
  });
});
