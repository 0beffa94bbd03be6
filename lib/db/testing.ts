import { randomUUID } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import pg from "pg";
import type { OpenDatabase } from "./database";
import { openDatabase, overPglite } from "./open";

/** A driver to run a test on: a fresh, migrated database of its own for each `open`. */
export type TestDriver = { driver: string; open(): Promise<OpenDatabase> };

const embedded: TestDriver = { driver: "PGlite", open: () => overPglite(new PGlite(), () => undefined) };

const server = (url: string): TestDriver => ({
  driver: "PostgreSQL",
  async open() {
    const name = `test_${randomUUID().replaceAll("-", "")}`;
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(`create database ${name}`);
    const made = new URL(url);
    made.pathname = `/${name}`;
    const opened = await openDatabase({ url: made.href });
    return {
      ...opened,
      async close() {
        await opened.close();
        await admin.query(`drop database if exists ${name} with (force)`);
        await admin.end();
      },
    };
  },
});

/** PGlite always, and a PostgreSQL server when its address is given. */
export const testDrivers = (url: string | undefined): readonly TestDriver[] =>
  url === undefined ? [embedded] : [embedded, server(url)];

/** Empties every table between tests: much faster than a new database. */
export async function emptyDatabase({ database }: OpenDatabase): Promise<void> {
  await database.execute(sql`
    do $$
    declare names text;
    begin
      select string_agg(quote_ident(tablename), ', ') into names from pg_tables where schemaname = 'public';
      alter table audit disable trigger all;
      execute 'truncate ' || names || ' restart identity';
      alter table audit enable trigger all;
    end $$`);
}
