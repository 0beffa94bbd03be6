import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { may, type Operator, type Permission } from "@/lib/access/permissions";
import { FailureError } from "@/lib/failure";
import { once } from "@/lib/once";
import { routes } from "@/lib/routes";
import { runtime } from "@/lib/server/runtime";
import { createAuth } from "./auth";
import { operatorOf } from "./operator";
import { sessionSecret } from "./session-secret";

/** The request header in which `proxy.ts` tells pages their own address. */
const ASKED_HEADER = "x-asked";

export const auth = once("auth", async () => {
  const { env, database } = await runtime();
  const origin = env.publicUrl ?? `http://localhost:${env.port}`;
  return createAuth({ database, origin, secret: sessionSecret(env.sessionSecret, env.dataDir) });
});

/**
 * The session's cookie as better-auth wants it. Not from `headers()`: a page that is drawn again after an action shows
 * there what the browser sent, and in `cookies()` what the action has set since.
 */
export const sessionHeaders = async (): Promise<Headers> => new Headers({ cookie: (await cookies()).toString() });

/** Who asks, or null. Within one page the database is asked once. */
export const currentOperator = cache(async (): Promise<Operator | null> => {
  const { database, now } = await runtime();
  return operatorOf({ auth: await auth(), database }, await sessionHeaders(), new Date(now()));
});

/** For actions and routes: who asks, if that person may. Throws `signed-out` or `forbidden`. */
export async function requireOperator(permission: Permission): Promise<Operator> {
  const operator = await currentOperator();
  if (operator === null) throw new FailureError({ kind: "signed-out" });
  if (!may(operator.role, permission)) throw new FailureError({ kind: "forbidden" });
  return operator;
}

/** For pages: nobody is sent to sign in and comes back after it; who may not is sent to Overview. */
export async function requirePageOperator(permission: Permission): Promise<Operator> {
  const operator = await currentOperator();
  if (operator === null) redirect(routes.signIn((await headers()).get(ASKED_HEADER) ?? undefined));
  if (!may(operator.role, permission)) redirect(routes.overview());
  return operator;
}
