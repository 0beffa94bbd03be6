import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { isAlive } from "./parent.mjs";
import { ROOT } from "./root.mjs";
import { Refusal, say } from "./say.mjs";

/** Everything that a built console is made of. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "simulator",
  "scripts/bundle.mjs",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tailwind.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const BUILDS = join(ROOT, ".build");
const IN_USE = "in-use-by-";

/** A name for the state of the sources: the same content has the same name, on every machine with that Node. */
function sourceHash(root = ROOT) {
  const hash = createHash("sha256").update(
    `${process.versions.node.split(".")[0]} ${process.platform} ${process.arch}`,
  );
  for (const file of SOURCES.flatMap((path) => filesUnder(join(root, path))).sort()) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(`\0${relative(root, file).split(sep).join("/")}\0`).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
      const inside = join(path, entry.name);
      return entry.isDirectory() ? filesUnder(inside) : entry.name === ".DS_Store" ? [] : [inside];
    });
  } catch (problem) {
    if (problem.code === "ENOTDIR") return [path];
    throw problem;
  }
}

/**
 * A directory with a built console (`console/server.js`) and its programs (`programs/*.mjs`), named by content, so that
 * building again never touches one that is being served. `check` may refuse before the long part begins.
 */
export async function ensureBuilt({
  name = "console",
  distDir = ".next",
  always = false,
  check = async () => {},
} = {}) {
  const built = join(BUILDS, `${name}-${sourceHash()}`);
  if (existsSync(built) && !always) {
    await check(built);
    return built;
  }
  const partial = `${built}.partial-${process.pid}`;
  const clean = () => rmSync(partial, { recursive: true, force: true });
  process.once("exit", clean);
  clean();
  mkdirSync(partial, { recursive: true });
  try {
    await run("The programs could not be bundled", [join("scripts", "bundle.mjs"), join(partial, "programs")]);
    await check(partial);
    say("Building the console, about a minute ...");
    await run("The console could not be built", [join("node_modules", "next", "dist", "bin", "next"), "build"], {
      NEXT_DIST_DIR: distDir,
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: "production",
    });
    assemble(join(ROOT, distDir), distDir, join(partial, "console"));
    if (always) rmSync(built, { recursive: true, force: true });
    renameSync(partial, built);
  } finally {
    clean();
    process.removeListener("exit", clean);
  }
  removeUnused(name, built);
  return built;
}

/** The programs alone, without the console: half a second. Answers their directory, named by content too. */
export async function bundle() {
  const target = join(BUILDS, `programs-${sourceHash()}`);
  if (existsSync(target)) return target;
  const partial = `${target}.partial-${process.pid}`;
  await run("The programs could not be bundled", [join("scripts", "bundle.mjs"), partial]);
  if (existsSync(target)) rmSync(partial, { recursive: true, force: true });
  else renameSync(partial, target);
  removeUnused("programs", target);
  return target;
}

/** Next's standalone output leaves the static files to us; an `.env` that it copies would outlive the real one. */
function assemble(dist, distDir, target) {
  cpSync(join(dist, "standalone"), target, { recursive: true, verbatimSymlinks: true });
  cpSync(join(dist, "static"), join(target, distDir, "static"), { recursive: true });
  if (existsSync(join(ROOT, "public"))) cpSync(join(ROOT, "public"), join(target, "public"), { recursive: true });
  for (const file of readdirSync(target)) if (file.startsWith(".env")) rmSync(join(target, file));
}

/** Notes that this process serves a build, so that nobody removes it. */
export const markInUse = (built) => writeFileSync(join(built, `${IN_USE}${process.pid}`), "");

function removeUnused(name, kept) {
  for (const entry of readdirSync(BUILDS)) {
    const directory = join(BUILDS, entry);
    if (directory === kept || !entry.startsWith(`${name}-`) || entry.includes(".partial-")) continue;
    const users = readdirSync(directory).filter((file) => file.startsWith(IN_USE));
    if (users.some((file) => isAlive(Number(file.slice(IN_USE.length))))) continue;
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Runs one of the tools with Node; its words are shown only when it fails. */
function run(failure, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const end = () => child.kill();
    process.once("exit", end);
    const words = [];
    child.stdout.on("data", (chunk) => words.push(chunk));
    child.stderr.on("data", (chunk) => words.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      process.removeListener("exit", end);
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(words));
      reject(new Refusal(`${failure}; the reason stands above.`));
    });
  });
}
