import { lt } from "drizzle-orm";
import { appendAudit } from "@/lib/db/audit";
import type { Database } from "@/lib/db/database";
import { sessions } from "@/lib/db/schema/accounts";
import { admitAttempt, forgetAttempts, minutesUntil } from "./attempts";
import type { Auth } from "./auth";
import { type CookieToSet, cookiesIn } from "./cookies";
import { normalEmail } from "./people";

export type SignIn =
  | { kind: "signed-in"; cookies: readonly CookieToSet[] }
  | { kind: "wrong" }
  | { kind: "wait"; minutes: number };

type Attempt = { email: string; password: string; address: string | null };

/** The actor of what somebody did who is not signed in. */
const NOBODY = "nobody";

/**
 * Checks one e-mail and password. A wrong password and an unknown account are told apart neither by the answer nor by
 * its time: both hash once. Over the limit the password is not looked at.
 */
export async function signIn(
  { auth, database }: { auth: Auth; database: Database },
  attempt: Attempt,
  now: Date,
): Promise<SignIn> {
  const who = { email: normalEmail(attempt.email), address: attempt.address };
  const record = (actor: string, event: string, subject: string) =>
    database.transaction((rows) =>
      appendAudit(rows, { at: now.toISOString(), actor, event, subject, detail: { address: who.address } }),
    );
  const admission = await admitAttempt(database, who, now);
  if (!admission.admitted) {
    if (admission.firstTime) await record(NOBODY, "session.limited", accountNamed(who.email));
    return { kind: "wait", minutes: minutesUntil(admission.until, now) };
  }
  const { response, headers } = await auth.api.signInWithPassword({
    body: { email: who.email, password: attempt.password },
    returnHeaders: true,
  });
  if (response === null) {
    await record(NOBODY, "session.refused", accountNamed(who.email));
    return { kind: "wrong" };
  }
  await forgetAttempts(database, who);
  await database.delete(sessions).where(lt(sessions.expiresAt, now));
  await record(who.email, "session.opened", `operator:${response.userId}`);
  return { kind: "signed-in", cookies: cookiesIn(headers) };
}

/** People type passwords into the wrong field: only what looks like an e-mail is written down. */
const accountNamed = (email: string): string =>
  /^[^\s@]{1,64}@[^\s@]{1,190}$/.test(email) ? `account:${email}` : "account:not an e-mail";
