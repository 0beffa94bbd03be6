import { parseArgs } from "node:util";
import { Refusal, say } from "./say.mjs";

/**
 * Reads the command line of a script. `table` names each option with its value's name (null for a switch) and what it does;
 * `--help` prints it and ends the process.
 */
export function options(usage, table = {}) {
  const entries = Object.entries(table);
  const known = Object.fromEntries(entries.map(([name, [value]]) => [name, { type: value ? "string" : "boolean" }]));
  let read;
  try {
    read = parseArgs({ options: { ...known, help: { type: "boolean", short: "h" } }, allowPositionals: false }).values;
  } catch (problem) {
    throw new Refusal(`${problem.message.split(". ")[0]}. --help lists the options.`);
  }
  if (read.help) {
    say(usage.trim());
    const lines = entries.map(([name, [value, what]]) => [`--${name}${value ? ` ${value}` : ""}`, what]);
    const width = Math.max(0, ...lines.map(([left]) => left.length));
    if (lines.length > 0)
      say(`\nOptions:\n${lines.map(([left, what]) => `  ${left.padEnd(width)}  ${what}`).join("\n")}`);
    process.exit(0);
  }
  return read;
}
