import { isAPIError } from "better-auth/api";
import type { Database } from "@/lib/db/database";
import { admitAttempt, forgetAttempts } from "./attempts";
import type { Auth } from "./auth";
import { type CookieToSet, cookiesIn } from "./cookies";
import { normalEmail } from "./people";

export type SignIn =
  | { kind: "signed-in"; cookies: readonly CookieToSet[] }
  | { kind: "wrong" }
  | { kind: "wait"; until: Date };

type Attempt = { email: string; password: string; address: string | null };

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
  const admission = await admitAttempt(database, who, now);
  if (!admission.admitted) return { kind: "wait", until: admission.until };
  try {
    const { headers } = await auth.api.signInEmail({
      body: { email: who.email, password: attempt.password },
      returnHeaders: true,
    });
    await forgetAttempts(database, who);
    return { kind: "signed-in", cookies: cookiesIn(headers) };
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return { kind: "wrong" };
    throw error;
  }
}
