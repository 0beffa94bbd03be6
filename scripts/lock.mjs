/**
 * Completes package-lock.json with the optional packages of other systems. A registry that serves only some systems leaves
 * the rest out, and `npm ci` then refuses the file. `node scripts/lock.mjs --write`, after npm has changed it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const PROCESSORS = ["arm64", "arm", "ia32", "ppc64", "riscv64", "s390x", "x64", "wasm32"];

/** The entries that are missing: each optional package at the exact version that its parent asks for, told by its name. */
export function missingFrom({ packages }) {
  const present = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf("node_modules/"))));
  return Object.fromEntries(
    Object.values(packages).flatMap(({ optionalDependencies = {}, dev }) =>
      Object.entries(optionalDependencies)
        .filter(([name, version]) => /^\d/.test(version) && !present.has(`node_modules/${name}`))
        .map(([name, version]) => [`node_modules/${name}`, entry(name, version, dev)]),
    ),
  );
}

function entry(name, version, dev) {
  const words = name.split("/").at(-1).split("-");
  const system = SYSTEMS.find((word) => words.includes(word));
  const processor = PROCESSORS.find((word) => words.includes(word));
  if (!processor) throw new Error(`${name} does not tell which systems it is for.`);
  const os = system ? { os: [system] } : {};
  return { version, cpu: [processor], ...(dev ? { dev } : {}), optional: true, ...os };
}

/** The lock file with them, in npm's order. */
function completed(lock) {
  const packages = { ...lock.packages, ...missingFrom(lock) };
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href && process.argv.includes("--write")) {
  const file = fileURLToPath(new URL("../package-lock.json", import.meta.url));
  writeFileSync(file, `${JSON.stringify(completed(JSON.parse(readFileSync(file, "utf8"))), null, 2)}\n`);
}
