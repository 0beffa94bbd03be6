import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "./open";
import { audit } from "./schema/audit";

const url = process.env.TEST_DATABASE_URL;

describe.runIf(url !== undefined)("a PostgreSQL server", () => {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: url });
  const fresh = new URL(url ?? "postgres://unused");
  fresh.pathname = `/${name}`;

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`create database ${name}`);
  });
  afterAll(async () => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  });

  test("three programs that start at once on an empty database all come up", async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ url: fresh.href })));
    for (const { database, close } of opened) {
      expect(await database.select().from(audit)).toEqual([]);
      await close();
    }
  });
});
