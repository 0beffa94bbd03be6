import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Database } from "@/lib/db/database";
import { credentials, sessions, users, verifications } from "@/lib/db/schema/accounts";
import type { Secret } from "@/lib/secret";
import { withHashedTokens } from "./hashed-tokens";
import { MAX_PASSWORD, MIN_PASSWORD } from "./password-rules";
import { passwordSignIn } from "./password-sign-in";

/** A session ends this long after signing in, used or not: one long shift. */
export const SESSION_HOURS = 12;

type Surroundings = {
  database: Database;
  secret: Secret;
  /** The origin that browsers use. Cookies are Secure when it is https. */
  origin: string;
};

/**
 * better-auth, and the only place that knows it is better-auth. Its HTTP routes are not mounted: everything goes through
 * our own actions, which limit attempts, so its rate limit (it believes X-Forwarded-For) is off.
 */
export function createAuth({ database, secret, origin }: Surroundings) {
  return betterAuth({
    appName: "Fleet Console",
    baseURL: origin,
    secret: secret.reveal(),
    database: withHashedTokens(
      drizzleAdapter(database, {
        provider: "pg",
        schema: { user: users, session: sessions, account: credentials, verification: verifications },
        transaction: true,
      }),
    ),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
    },
    user: { additionalFields: { role: { type: "string", required: true, input: false } } },
    session: { expiresIn: SESSION_HOURS * 3600, disableSessionRefresh: true, cookieCache: { enabled: false } },
    plugins: [passwordSignIn],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: "fleet",
      useSecureCookies: origin.startsWith("https://"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { disableIpTracking: true },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
