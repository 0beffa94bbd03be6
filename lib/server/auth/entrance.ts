import "server-only";
import { cookies, headers } from "next/headers";
import { appendAudit } from "@/lib/db/audit";
import { runtime } from "@/lib/server/runtime";
import { changePassword, type PasswordChange } from "./change-password";
import { type CookieToSet, cookiesIn } from "./cookies";
import { clientAddress } from "./peer-address";
import { auth, currentOperator, requireOperator, sessionHeaders } from "./session";
import { type SignIn, signIn } from "./sign-in";

/** What verbs of this folder need of the request at hand. */
async function here() {
  const { env, database, now } = await runtime();
  const address = clientAddress(await headers(), env.trustedProxies);
  return { core: { auth: await auth(), database }, address, now: new Date(now()) };
}

async function setCookies(wanted: readonly CookieToSet[]): Promise<void> {
  const jar = await cookies();
  for (const { name, value, options } of wanted) jar.set(name, value, options);
}

/** Signs this browser in, from a server action. */
export async function enter(email: string, password: string): Promise<SignIn> {
  const { core, address, now } = await here();
  const answer = await signIn(core, { email, password, address }, now);
  if (answer.kind === "signed-in") await setCookies(answer.cookies);
  return answer;
}

/** Ends this browser's session, in the database too. Without a session it does nothing. */
export async function leave(): Promise<void> {
  const operator = await currentOperator();
  const { core, address, now } = await here();
  if (operator !== null) {
    const subject = `operator:${operator.id}`;
    const row = { at: now.toISOString(), actor: operator.email, event: "session.closed", subject, detail: { address } };
    await core.database.transaction((rows) => appendAudit(rows, row));
  }
  const { headers: answer } = await core.auth.api.signOut({ headers: await sessionHeaders(), returnHeaders: true });
  await setCookies(cookiesIn(answer));
}

/** Changes the password of who asks and keeps this browser, and only this one, signed in. */
export async function changeOwnPassword(change: {
  current: string;
  next: string;
  repeated: string;
}): Promise<PasswordChange> {
  const operator = await requireOperator("look");
  const { core, address, now } = await here();
  const asked = { ...change, headers: await sessionHeaders(), address };
  const answer = await changePassword(core, operator, asked, now);
  if (answer.kind === "changed") await setCookies(answer.cookies);
  return answer;
}
