/** `npm run reset`: removes the console's local data, after asking. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { isTaken, MARK } from "./parts/data-dir.mjs";
import { options } from "./parts/options.mjs";
import { checkNode, dataDirOf, readEnvFile } from "./parts/root.mjs";
import { main, Refusal, say } from "./parts/say.mjs";

const USAGE = `
npm run reset: removes the data directory: the embedded database with its accounts and records, the simulator's state and the
session secret. A PostgreSQL of DATABASE_URL is not touched. It asks first.
`;

main(async () => {
  checkNode();
  const given = options(USAGE, {
    yes: [null, "does not ask"],
    data: ["DIR", "instead of the variable DATA_DIR or .data"],
  });
  readEnvFile();
  const directory = dataDirOf(given.data);
  if (!existsSync(directory)) return say(`There is no data: ${directory} does not exist.`);
  if (!existsSync(join(directory, MARK)))
    throw new Refusal(`${directory} is not a console's data directory; nothing was removed.`);
  for (const taken of [directory, join(directory, "dev")])
    if (await isTaken(taken)) throw new Refusal(`A console is running on the data in ${taken}. End it first.`);
  if (!given.yes && !(await agreed(directory))) return say("Nothing was removed.");
  rmSync(directory, { recursive: true, force: true });
  say(`${directory} was removed.`);
});

async function agreed(directory) {
  if (!process.stdin.isTTY)
    throw new Refusal(`Nobody can be asked here. To remove ${directory}: npm run reset -- --yes`);
  const entries = readdirSync(directory).filter((entry) => !entry.startsWith("."));
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await reader.question(`Remove ${directory} (${entries.join(", ") || "empty"}) for good? [y/N] `);
  reader.close();
  return /^y(es)?$/i.test(answer.trim());
}
