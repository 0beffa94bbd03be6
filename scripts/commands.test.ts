import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const manifest: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

function run(script: string, args: string[]) {
  const done = spawnSync(process.execPath, [join(root, "scripts", script), ...args], { cwd: root, encoding: "utf8" });
  return { code: done.status, said: `${done.stdout}${done.stderr}` };
}

describe("--help", () => {
  const commands = Object.entries(manifest.scripts).filter(([, line]) => line.startsWith("node scripts/"));

  test("there is every command that the README names", () => {
    expect(commands.map(([name]) => name).sort()).toEqual(
      ["bench", "dev", "recover-admin", "reset", "simulator", "start", "test", "worker"].sort(),
    );
  });

  test.each(commands.filter(([name]) => name !== "simulator"))("of npm run %s says what it does", (name, line) => {
    const [, script, ...args] = line.split(/\s+/);
    const { code, said } = run(String(script).replace("scripts/", ""), [...args, "--help"]);
    expect(said).toMatch(new RegExp(`^npm (run )?${name}\\b`));
    expect(code).toBe(0);
  });
});

describe("npm run reset", () => {
  let home = "";
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "fleet-reset-"));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  test("removes a data directory", () => {
    const data = join(home, "data");
    mkdirSync(join(data, "database"), { recursive: true });
    writeFileSync(join(data, ".fleet-console"), "");
    expect(run("reset.mjs", ["--data", data, "--yes"]).code).toBe(0);
    expect(existsSync(data)).toBe(false);
  });

  test("removes nothing when nobody can be asked", () => {
    writeFileSync(join(home, ".fleet-console"), "");
    expect(run("reset.mjs", ["--data", home])).toMatchObject({ code: 1, said: expect.stringContaining("--yes") });
    expect(existsSync(home)).toBe(true);
  });

  test("removes nothing that is not a console's data", () => {
    writeFileSync(join(home, "precious"), "");
    expect(run("reset.mjs", ["--data", home, "--yes"])).toMatchObject({
      code: 1,
      said: expect.stringContaining("is not"),
    });
    expect(existsSync(join(home, "precious"))).toBe(true);
  });
});
