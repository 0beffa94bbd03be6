import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { ROOT } from "./root.mjs";
import { Refusal, say } from "./say.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const ELSEWHERE = {
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/**
 * A Chromium for the browser tests: the one of CHROMIUM_PATH, Playwright's own, one of the system, else one is installed.
 * Refuses where none can be had: the browser tests are never skipped silently.
 */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Refusal(`CHROMIUM_PATH names ${given}, which does not exist.`);
  const found = given || playwrightsOwn() || ofTheSystem();
  if (found) return found;
  say("No Chromium was found; installing one ...");
  if (process.platform === "linux" && process.getuid?.() === 0 && runs("apt-get", ["--version"])) {
    runs("apt-get", ["update"]);
    runs("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  }
  const system = ofTheSystem();
  if (system) return system;
  runs(process.execPath, [join(ROOT, "node_modules", "@playwright", "test", "cli.js"), "install", "chromium"]);
  const own = playwrightsOwn();
  if (own) return own;
  throw new Refusal(
    "The browser tests need a Chromium, and none could be found or installed. Install one and set CHROMIUM_PATH to its program.",
  );
}

function playwrightsOwn() {
  try {
    const path = createRequire(join(ROOT, "package.json"))("@playwright/test").chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function ofTheSystem() {
  const extension = process.platform === "win32" ? ".exe" : "";
  const inPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((directory) => NAMES.map((name) => join(directory, `${name}${extension}`)));
  return [...inPath, ...(ELSEWHERE[process.platform] ?? [])].find((path) => existsSync(path));
}

function runs(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: "ignore", env, timeout: 300_000 }).status === 0;
}
