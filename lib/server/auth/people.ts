import { randomBytes, randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { and, asc, eq } from "drizzle-orm";
import type { Role } from "@/lib/access/permissions";
import type { Transaction } from "@/lib/db/database";
import { credentials, sessions, users } from "@/lib/db/schema/accounts";

export type Person = { id: string; email: string; role: Role };

/** The first administrator's address when nobody gave one. */
export const DEFAULT_ADMIN_EMAIL = "admin@fleet.local";

const PASSWORD_KIND = "credential";

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789Z";

/** 24 characters of 32 without look-alikes, in four parts: 120 bits that a person can type. */
export function randomPassword(bytes: (size: number) => Uint8Array = randomBytes): string {
  const picked = Array.from(bytes(24), (byte) => LETTERS.charAt(byte % LETTERS.length)).join("");
  return picked.replace(/.{6}(?=.)/g, "$&-");
}

/** E-mails are compared in lower case without spaces around them. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

export async function addPerson(
  rows: Transaction,
  person: { email: string; role: Role; password: string },
  now: Date,
): Promise<Person> {
  const id = randomUUID();
  const email = normalEmail(person.email);
  const stamps = { createdAt: now, updatedAt: now };
  await rows.insert(users).values({ id, email, name: email, role: person.role, emailVerified: true, ...stamps });
  await rows.insert(credentials).values({
    id: randomUUID(),
    userId: id,
    providerId: PASSWORD_KIND,
    accountId: id,
    password: await hashPassword(person.password),
    ...stamps,
  });
  return { id, email, role: person.role };
}

/** Gives a person a new password and ends all of that person's sessions. */
export async function replacePassword(rows: Transaction, userId: string, password: string, now: Date): Promise<void> {
  const mine = and(eq(credentials.userId, userId), eq(credentials.providerId, PASSWORD_KIND));
  await rows
    .update(credentials)
    .set({ password: await hashPassword(password), updatedAt: now })
    .where(mine);
  await rows.delete(sessions).where(eq(sessions.userId, userId));
}

export async function setRole(rows: Transaction, userId: string, role: Role, now: Date): Promise<void> {
  await rows.update(users).set({ role, updatedAt: now }).where(eq(users.id, userId));
}

export async function findPerson(rows: Transaction, email: string): Promise<Person | null> {
  const [person] = await rows
    .select()
    .from(users)
    .where(eq(users.email, normalEmail(email)))
    .limit(1);
  return person ? { id: person.id, email: person.email, role: person.role } : null;
}

/** The administrator who is there longest, or null. */
export async function firstAdministrator(rows: Transaction): Promise<Person | null> {
  const [person] = await rows
    .select()
    .from(users)
    .where(eq(users.role, "admin"))
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(1);
  return person ? { id: person.id, email: person.email, role: person.role } : null;
}

export async function hasPeople(rows: Transaction): Promise<boolean> {
  return (await rows.select({ id: users.id }).from(users).limit(1)).length > 0;
}
