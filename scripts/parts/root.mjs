import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "./say.mjs";

/** The project's directory, wherever a script is started from. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");

const LEAST = [20, 19];

/** Refuses a Node that the libraries do not run on. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  throw new Refusal(`This needs Node ${LEAST.join(".")} or newer, and this is Node ${version}.`);
}

/** Reads a file of variables, `.env` unless told; what the environment already says wins. "" reads none. */
export function readEnvFile(name = ".env") {
  const file = resolve(ROOT, name);
  if (name === "" || (name === ".env" && !existsSync(file))) return;
  if (!existsSync(file)) throw new Refusal(`${file} does not exist.`);
  process.loadEnvFile(file);
}

/** Where a console keeps its data, as an absolute path; `DATA_DIR` or what is given. */
export const dataDirOf = (given = process.env.DATA_DIR || ".data") => resolve(ROOT, given);
