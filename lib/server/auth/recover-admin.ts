import { parseArgs } from "node:util";
import { DatabaseBusyError } from "@/lib/db/busy";
import { openDatabase } from "@/lib/db/open";
import { DatabaseUnreachableError } from "@/lib/db/unreachable";
import { EnvError, parseStorageEnv } from "@/lib/env";
import { recoverAdmin } from "./recovery";

/** `npm run recover-admin [-- EMAIL]`; what it does is said by its `--help`. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [email = null] = positionals;
  if (positionals.length > 1 || (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)))
    throw new Wrong("Give one email address, or nothing.");
  // biome-ignore lint/style/noProcessEnv: a program of its own; this is where it meets its surroundings
  const { database: at } = parseStorageEnv(process.env);
  const { database, close } = await openDatabase("url" in at ? { url: at.url.reveal() } : at);
  try {
    const recovered = await recoverAdmin(database, email, new Date());
    say(recovered.made ? "A new administrator was made." : "The administrator can sign in again.");
    say(`\n  Email     ${recovered.email}\n  Password  ${recovered.password}`);
    say("\nThe password is shown only now; change it under Account. All earlier sessions of this account have ended.");
  } finally {
    await close();
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

class Wrong extends Error {}

function sentenceFor(error: unknown): string {
  if (error instanceof DatabaseBusyError) return "The console is running on this data: stop it, then run this again.";
  if (error instanceof EnvError || error instanceof DatabaseUnreachableError || error instanceof Wrong)
    return error.message;
  return `No password was changed: ${error instanceof Error ? error.message : String(error)}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exitCode = 1;
});
