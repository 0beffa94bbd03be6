import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.mjs";
import { Refusal, say } from "./say.mjs";

/** Whether what lies in node_modules is what the lock file says. npm writes `.package-lock.json` last of all. */
function isInstalled(root = ROOT) {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === "") return true;
    const there = present[path];
    return there ? there.version === version : Boolean(optional || devOptional);
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** Installs what the lock file says where it is not there yet, development tools included: they build the console. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  say("Installing the packages of package-lock.json ...");
  const flags = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const code = await npm(flags, { NODE_ENV: "" });
  if (code !== 0) throw new Refusal("The packages could not be installed; npm says why above.");
}

/** Runs npm itself, on every system, and answers its exit code. */
function npm(args, env = {}) {
  const own = process.env.npm_execpath;
  const throughNode = own !== undefined && /npm-cli\.c?js$/.test(own);
  const [command, before] = throughNode ? [process.execPath, [own]] : ["npm", []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...args], {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
      shell: !throughNode && process.platform === "win32",
    });
    const end = () => child.kill();
    process.once("exit", end);
    child.once("error", (problem) => reject(new Refusal(`npm could not be started: ${problem.message}`)));
    child.once("close", (code) => {
      process.removeListener("exit", end);
      resolve(code ?? 1);
    });
  });
}
