import { appendAudit } from "@/lib/db/audit";
import type { Database } from "@/lib/db/database";
import { forgetAttempts } from "./attempts";
import {
  addPerson,
  DEFAULT_ADMIN_EMAIL,
  findPerson,
  firstAdministrator,
  normalEmail,
  randomPassword,
  replacePassword,
  setRole,
} from "./people";

export type Recovered = { email: string; password: string; made: boolean };

/**
 * Lets an administrator in again: a new random password, all of that account's sessions ended, its role `admin`, its
 * limit on attempts lifted. Without an e-mail it is the administrator who is there longest; nobody there: one is made.
 */
export async function recoverAdmin(database: Database, email: string | null, now: Date): Promise<Recovered> {
  const password = randomPassword();
  const recovered = await database.transaction(async (rows) => {
    const found = email === null ? await firstAdministrator(rows) : await findPerson(rows, email);
    const person =
      found ?? (await addPerson(rows, { email: email ?? DEFAULT_ADMIN_EMAIL, role: "admin", password }, now));
    if (found !== null) await replacePassword(rows, person.id, password, now);
    await setRole(rows, person.id, "admin", now);
    await appendAudit(rows, {
      at: now.toISOString(),
      actor: "recover-admin",
      event: found === null ? "operator.added" : "administrator.recovered",
      subject: `operator:${person.id}`,
      detail: { email: person.email },
    });
    return { email: person.email, made: found === null };
  });
  await forgetAttempts(database, { email: normalEmail(recovered.email), address: null });
  return { ...recovered, password };
}
