import type { Role } from "@/lib/access/permissions";
import type { Database } from "@/lib/db/database";
import { Secret } from "@/lib/secret";
import { createAuth } from "./auth";
import type { CookieToSet } from "./cookies";
import { addPerson } from "./people";

export const PASSWORD = "a long enough password";

export const testAuth = (database: Database, origin = "http://localhost:3000") =>
  createAuth({ database, origin, secret: new Secret("a secret of at least thirty-two characters") });

export const testPerson = (database: Database, email: string, role: Role = "operator") =>
  database.transaction((rows) => addPerson(rows, { email, role, password: PASSWORD }, new Date()));

/** The headers with which a browser that took these cookies would ask. */
export const headersWith = (cookies: readonly CookieToSet[]): Headers =>
  new Headers({ cookie: cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ") });
