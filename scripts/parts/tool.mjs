import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./root.mjs";

/** The tools by the file that Node runs: `node_modules/.bin` holds scripts that differ between systems. */
const TOOLS = {
  next: "next/dist/bin/next",
  tsc: "typescript/bin/tsc",
  biome: "@biomejs/biome/bin/biome",
  knip: "knip/bin/knip.js",
  vitest: "vitest/vitest.mjs",
  playwright: "@playwright/test/cli.js",
};
const LONGEST_MS = 25 * 60_000;

/** Runs one of the tools on the project, its words on our output; answers whether it was content. Twenty-five minutes at most: longer is stuck, however slow the machine. */
export function runTool(name, args, env = {}) {
  return new Promise((resolve, reject) => {
    const file = join(ROOT, "node_modules", ...TOOLS[name].split("/"));
    const child = spawn(process.execPath, [file, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    const end = () => child.kill();
    const timer = setTimeout(end, LONGEST_MS);
    process.once("exit", end);
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      process.removeListener("exit", end);
      resolve(code === 0);
    });
  });
}
