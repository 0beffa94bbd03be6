import { type Operator, ROLES } from "@/lib/access/permissions";
import type { Auth } from "./auth";

/**
 * Whose session these headers carry, read from the database each time: a role taken away or a session ended counts at
 * once. A role this version does not know may only look.
 */
export async function operatorOf(auth: Auth, headers: Headers): Promise<Operator | null> {
  const found = await auth.api.getSession({ headers });
  if (found === null) return null;
  const { id, email, name, role } = found.user;
  return { id, email, name, role: ROLES.find((known) => known === role) ?? "viewer" };
}
