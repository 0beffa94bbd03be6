import { boolean, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { Failure } from "@/lib/failure";
import { instant } from "./columns";

/** Health of the line to the platform: one row. `failure` is what went wrong since the last good answer. */
export const platformLink = pgTable("platform_link", {
  id: integer().primaryKey(),
  lastReadAt: instant("last_read_at"),
  tookMs: integer("took_ms"),
  failure: jsonb().$type<Failure>(),
});

/** Resource spaces as last read, so that the switcher works while the platform does not answer. */
export const spaces = pgTable("spaces", {
  id: text().primaryKey(),
  name: text().notNull(),
  isDefault: boolean("is_default").notNull(),
});

/** Which worker does a job that must not run twice at once; it lapses by itself when the worker dies. */
export const leases = pgTable("leases", {
  name: text().primaryKey(),
  holder: text().notNull(),
  until: instant().notNull(),
});
