import fs from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/node-postgres";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import pg from "pg";
import type { OpenDatabase } from "./database";
import { DurableNodeFs } from "./durable-fs";
import { lockDirectory } from "./lock";
import { MIGRATIONS, migrateEmbedded, migrateServer } from "./migrate";
import { tables } from "./schema/tables";
import { explained } from "./unreachable";

/** As PGlite starts PostgreSQL, but with fsync: its own list turns it off with `-F`. */
const START = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  ...["-c", "fsync=on", "-c", "wal_sync_method=fsync", "-c", "synchronous_commit=on"],
];

type Options = { migrations?: string; onSync?: () => void; onError?: (error: Error) => void };

/**
 * Opens the database and brings its schema up to date. A directory is the embedded one: this process alone has it until
 * `close`, every commit reaches the disk, and `DatabaseBusyError` is thrown while another process has it.
 */
export async function openDatabase(
  at: { url: string } | { directory: string },
  options: Options = {},
): Promise<OpenDatabase> {
  return "url" in at ? openServer(at.url, options) : openEmbedded(at.directory, options);
}

async function openEmbedded(directory: string, options: Options): Promise<OpenDatabase> {
  const full = path.resolve(directory);
  fs.mkdirSync(path.dirname(full), { recursive: true });
  const unlock = lockDirectory(full);
  try {
    const disk = new DurableNodeFs(full, options.onSync ?? (() => undefined));
    return await overPglite(new PGlite({ fs: disk, startParams: START }), unlock, options.migrations);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** An embedded database over a client that somebody made; `then` runs once it is closed. */
export async function overPglite(client: PGlite, then: () => void, migrations = MIGRATIONS): Promise<OpenDatabase> {
  const database = drizzlePglite(client, { schema: tables });
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= client.close().finally(then);
    return closing;
  };
  try {
    await client.waitReady;
    await migrateEmbedded(database, migrations);
  } catch (error) {
    await close();
    throw error;
  }
  return { database, embedded: true, close };
}

async function openServer(url: string, options: Options): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  pool.on("error", options.onError ?? (() => undefined));
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= pool.end();
    return closing;
  };
  try {
    await migrateServer(pool, options.migrations);
  } catch (error) {
    await close();
    throw explained(error);
  }
  return { database: drizzle(pool, { schema: tables }), embedded: false, close };
}
