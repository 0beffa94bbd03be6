import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { DatabaseBusyError } from "./busy";
import { openDatabase } from "./open";
import { leases } from "./schema/platform-link";

// Making a database, every write of it synced, takes a while on a machine with other work: once, then copied.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });
const template = fs.mkdtempSync(path.join(os.tmpdir(), "console-db-template-"));
let home: string;
let directory: string;

beforeAll(async () => {
  const client = new PGlite(path.join(template, "database"));
  await client.waitReady;
  await client.close();
});
afterAll(() => fs.rmSync(template, { recursive: true, force: true }));
beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), "console-db-"));
  fs.cpSync(template, home, { recursive: true });
  directory = path.join(home, "database");
});
afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

test("every commit of the embedded database reaches the disk before it is acknowledged", async () => {
  let syncs = 0;
  const { database, close } = await openDatabase({ directory }, { onSync: () => (syncs += 1) });
  for (let commit = 0; commit < 5; commit += 1) {
    const before = syncs;
    await database.insert(leases).values({ name: `job${commit}`, holder: "test", until: new Date().toISOString() });
    expect(syncs).toBeGreaterThan(before);
  }
  await close();
});

test("what was written is there after closing and opening again, and the lock is gone", async () => {
  const first = await openDatabase({ directory });
  await first.database.insert(leases).values({ name: "kept", holder: "test", until: "2026-01-02T03:04:05.678Z" });
  await first.close();
  expect(fs.existsSync(`${directory}.lock`)).toBe(false);

  const second = await openDatabase({ directory });
  expect(await second.database.select().from(leases)).toEqual([
    { name: "kept", holder: "test", until: "2026-01-02T03:04:05.678Z" },
  ]);
  await second.close();
});

test("a broken migration leaves nothing behind", async () => {
  const migrations = path.join(home, "migrations");
  fs.cpSync("lib/db/migrations", migrations, { recursive: true });
  const broken = path.join(migrations, "0001_audit_is_append_only.sql");
  fs.appendFileSync(
    broken,
    "\n--> statement-breakpoint\ncreate table half (id int);\n--> statement-breakpoint\nnonsense;",
  );
  await expect(openDatabase({ directory }, { migrations })).rejects.toThrow(/nonsense/);

  const mended = await openDatabase({ directory });
  const found = await mended.database
    .select({ half: sql<string | null>`to_regclass('half')::text` })
    .from(sql`(select 1) as one`);
  expect(found).toEqual([{ half: null }]);
  await mended.close();
});

test("a second opening of the same directory is refused in one sentence", async () => {
  const first = await openDatabase({ directory });
  const second = openDatabase({ directory });
  await expect(second).rejects.toThrow(DatabaseBusyError);
  await expect(second).rejects.toThrow(`is in use by process ${process.pid}`);
  await first.close();
});
