import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { PgliteDatabase } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import type { Pool } from "pg";

/** Where the numbered files are; the standalone server and the bundled worker both run from the project's directory. */
export const MIGRATIONS = path.join(process.cwd(), "lib", "db", "migrations");

/** Any number that nothing else on the server uses as an advisory lock. */
const LOCK = 7_402_511_903;

/** All pending migrations in one transaction, or nothing. Several programs may start at once: one at a time gets in. */
export async function migrateServer(pool: Pool, migrationsFolder = MIGRATIONS): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    try {
      await migrate(drizzle(client), { migrationsFolder });
    } finally {
      await client.query("select pg_advisory_unlock($1)", [LOCK]);
    }
  } finally {
    client.release();
  }
}

/** The same for the embedded database, which nobody else can have open. */
export async function migrateEmbedded<T extends Record<string, unknown>>(
  database: PgliteDatabase<T>,
  migrationsFolder = MIGRATIONS,
): Promise<void> {
  await migratePglite(database, { migrationsFolder });
}
