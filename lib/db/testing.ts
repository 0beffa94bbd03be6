import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import pg from "pg";
import type { OpenDatabase } from "./database";
import { MIGRATIONS } from "./migrate";
import { openDatabase, overPglite } from "./open";
import { tables } from "./schema/tables";

/** A driver to run a test on: a fresh, migrated database of its own for each `open`. */
export type TestDriver = { driver: string; open(): Promise<OpenDatabase> };

const CACHE = path.join("node_modules", ".cache", "fleet-console");

/** Named by what it is made of, so that a changed migration or another PGlite makes a new one. */
function templateFile(): string {
  const hash = createHash("sha256").update(fs.readFileSync("node_modules/@electric-sql/pglite/package.json"));
  for (const file of fs.readdirSync(MIGRATIONS).filter((name) => name.endsWith(".sql")))
    hash.update(fs.readFileSync(path.join(MIGRATIONS, file)));
  return path.join(CACHE, `pglite-${hash.digest("hex").slice(0, 16)}.tar`);
}

/** A migrated database as a file, made by whichever test is first: making one takes seconds, loading it does not. */
async function template(): Promise<Blob> {
  const file = templateFile();
  if (!fs.existsSync(file)) {
    const client = new PGlite();
    const { close } = await overPglite(client, () => undefined);
    const dumped = Buffer.from(await (await client.dumpDataDir("none")).arrayBuffer());
    await close();
    fs.mkdirSync(CACHE, { recursive: true });
    fs.writeFileSync(`${file}.${process.pid}`, dumped);
    fs.renameSync(`${file}.${process.pid}`, file);
  }
  return new Blob([fs.readFileSync(file)]);
}

const embedded: TestDriver = {
  driver: "PGlite",
  open: async () => overPglite(new PGlite({ loadDataDir: await template() }), () => undefined),
};

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

/** Every value of every table as text, bytes as they are: to look for what must not be there. */
export async function everythingIn({ database }: OpenDatabase): Promise<string> {
  const texts: string[] = [];
  for (const table of Object.values(tables))
    for (const row of await database.select().from(table))
      for (const value of Object.values(row))
        texts.push(value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : JSON.stringify(value));
  return texts.join("\n");
}
