import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import type { BetterAuthPlugin } from "better-auth/types";
import { z } from "zod";
import { MAX_PASSWORD } from "./password-rules";

/**
 * Opens a session for an e-mail and its password, or answers null. better-auth's own endpoint refuses addresses such as
 * `admin@localhost`, which are common inside a company. Whether or not there is such an account, one hash is made.
 */
const signInWithPassword = createAuthEndpoint(
  "/password-sign-in",
  { method: "POST", body: z.object({ email: z.string(), password: z.string() }) },
  async (ctx) => {
    const { email, password } = ctx.body;
    if (password.length > MAX_PASSWORD) return ctx.json(null);
    const { internalAdapter, password: hashing } = ctx.context;
    const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
    const hash = found?.accounts.find(({ providerId }) => providerId === "credential")?.password;
    if (found === null || typeof hash !== "string") {
      await hashing.hash(password);
      return ctx.json(null);
    }
    if (!(await hashing.verify({ hash, password }))) return ctx.json(null);
    const session = await internalAdapter.createSession(found.user.id);
    await setSessionCookie(ctx, { session, user: found.user });
    return ctx.json({ userId: found.user.id });
  },
);

export const passwordSignIn = { id: "password-sign-in", endpoints: { signInWithPassword } } satisfies BetterAuthPlugin;
