import "server-only";
import { DatabaseBusyError } from "@/lib/db/busy";
import { DatabaseUnreachableError } from "@/lib/db/unreachable";
import { EnvError } from "@/lib/env";
import type { Json } from "@/lib/json";
import { ensureFirstAdmin } from "./auth/first-admin";
import { rememberPeerAddresses } from "./auth/peer-address";
import { type Runtime, runtime } from "./runtime";

/** How long a stop waits for calls that are under way. What is cut then is looked for at the next start. */
const PATIENCE_MS = 10_000;

type Tell = (message: Json) => Promise<boolean>;
type Background = { stop(): Promise<void> };

/**
 * Opens everything that the console needs and sees to its end; ends the process in one sentence when it can not.
 * `launched`: our parent is `npm start`, which understands our messages.
 */
export async function start(
  startWorker: (runtime: Runtime) => Promise<Background>,
  { launched }: { launched: boolean },
): Promise<void> {
  rememberPeerAddresses();
  const tell = launched ? tellLauncher : () => Promise.resolve(false);
  const opened = await runtime().catch((error: unknown) => giveUp(error, tell));
  await tellFirstAdmin(opened, tell);
  const background = opened.env.worker === "inside" ? await startWorker(opened) : null;
  const end = once(async () => {
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([background?.stop(), patience]);
    await Promise.race([opened.close(), patience]);
    process.exit(0);
  });
  // Next cuts a clean-up short unless NEXT_MANUAL_SIG_HANDLE leaves it to us. A lost parent shows as a disconnect.
  for (const signal of ["SIGTERM", "SIGINT", "disconnect"] as const) process.on(signal, end);
}

function once(run: () => Promise<void>): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    run().catch(() => process.exit(1));
  };
}

/** A bad environment or a taken directory is for the person who started us; anything else is a bug with its trace. */
async function giveUp(error: unknown, tell: Tell): Promise<never> {
  const isPlain = [EnvError, DatabaseBusyError, DatabaseUnreachableError].some((kind) => error instanceof kind);
  const trace = error instanceof Error ? (isPlain ? error.message : error.stack) : undefined;
  const message = trace ?? String(error);
  if (!(await tell({ kind: "failed", message }))) process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** The only time that a made-up password is seen. */
async function tellFirstAdmin({ database, env, now }: Runtime, tell: Tell): Promise<void> {
  const made = await ensureFirstAdmin(database, env.firstAdmin, new Date(now()));
  if (made === null || (await tell({ kind: "first-admin", ...made }))) return;
  const password =
    made.password === null
      ? "the password from ADMIN_PASSWORD"
      : `the password ${made.password} (shown only this once)`;
  process.stdout.write(`The first administrator is ${made.email}, with ${password}.\n`);
}

/** Hands something over to `npm start`, which says it; false when nobody of ours listens. */
function tellLauncher(message: Json): Promise<boolean> {
  const { send } = process;
  if (send === undefined) return Promise.resolve(false);
  return new Promise((resolve) => send.call(process, message, (error: Error | null) => resolve(error === null)));
}
