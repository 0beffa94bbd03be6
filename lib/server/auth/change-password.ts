import { isAPIError } from "better-auth/api";
import type { Operator } from "@/lib/access/permissions";
import { appendAudit } from "@/lib/db/audit";
import type { Database } from "@/lib/db/database";
import { admitAttempt, forgetAttempts, minutesUntil } from "./attempts";
import type { Auth } from "./auth";
import { type CookieToSet, cookiesIn } from "./cookies";
import { MAX_PASSWORD, MIN_PASSWORD } from "./password-rules";

export type PasswordChange =
  | { kind: "changed"; cookies: readonly CookieToSet[] }
  | { kind: "wrong" | "too-short" | "too-long" | "different" | "same" }
  | { kind: "wait"; minutes: number };

type Change = { current: string; next: string; repeated: string; address: string | null; headers: Headers };

/**
 * Gives the operator a new password, ends every session of that account and opens a new one for this browser. Guessing
 * the current password counts against the same limits as signing in.
 */
export async function changePassword(
  { auth, database }: { auth: Auth; database: Database },
  operator: Operator,
  change: Change,
  now: Date,
): Promise<PasswordChange> {
  if (change.next.length < MIN_PASSWORD) return { kind: "too-short" };
  if (change.next.length > MAX_PASSWORD) return { kind: "too-long" };
  if (change.next !== change.repeated) return { kind: "different" };
  if (change.next === change.current) return { kind: "same" };
  const who = { email: operator.email, address: change.address };
  const admission = await admitAttempt(database, who, now);
  if (!admission.admitted) return { kind: "wait", minutes: minutesUntil(admission.until, now) };
  const record = (event: string) =>
    database.transaction((rows) =>
      appendAudit(rows, {
        at: now.toISOString(),
        actor: operator.email,
        event,
        subject: `operator:${operator.id}`,
        detail: { address: change.address },
      }),
    );
  try {
    const { headers } = await auth.api.changePassword({
      body: { currentPassword: change.current, newPassword: change.next, revokeOtherSessions: true },
      headers: change.headers,
      returnHeaders: true,
    });
    await forgetAttempts(database, who);
    await record("password.changed");
    return { kind: "changed", cookies: cookiesIn(headers) };
  } catch (error) {
    if (!isAPIError(error) || error.statusCode !== 400) throw error;
    await record("password.refused");
    return { kind: "wrong" };
  }
}
