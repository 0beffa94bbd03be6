import { createHmac, timingSafeEqual } from "node:crypto";
import { parseCookies } from "better-auth/cookies";
import { and, eq, gt } from "drizzle-orm";
import { type Operator, ROLES } from "@/lib/access/permissions";
import type { Database } from "@/lib/db/database";
import { sessions, users } from "@/lib/db/schema/accounts";
import type { Auth } from "./auth";
import { digest } from "./hashed-tokens";

/**
 * Whose session these headers carry, read from the database each time: a role taken away or a session ended counts at
 * once. A role this version does not know may only look. Every request asks this, so it is one question of ours instead
 * of better-auth's two, which take twice the time.
 */
export async function operatorOf(
  { auth, database }: { auth: Auth; database: Database },
  headers: Headers,
  now: Date,
): Promise<Operator | null> {
  const { authCookies, secret } = await auth.$context;
  const token = signedToken(parseCookies(headers.get("cookie") ?? "").get(authCookies.sessionToken.name) ?? "", secret);
  if (token === null) return null;
  const [person] = await database
    .select({ id: users.id, email: users.email, name: users.name, role: users.role })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.token, digest(token)), gt(sessions.expiresAt, now)));
  if (person === undefined) return null;
  return { ...person, role: ROLES.find((known) => known === person.role) ?? "viewer" };
}

/** The token of a cookie `token.signature` as better-auth makes it: HMAC-SHA-256 in base64. Null when it is not ours. */
function signedToken(value: string, secret: string): string | null {
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
