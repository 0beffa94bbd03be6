import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { appendAudit, brokenAudit } from "./audit";
import type { OpenDatabase } from "./database";
import { audit } from "./schema/audit";
import { emptyDatabase, testDrivers } from "./testing";

const entry = (event: string) => ({
  at: "2026-03-02T08:00:00.000Z",
  actor: "ann@example.test",
  event,
  subject: "task:1",
  detail: { z: 1, a: { y: [1, null], b: "ü" } },
});

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("audit on $driver", ({ open }) => {
  let opened: OpenDatabase;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyDatabase(opened));

  const append = (...events: string[]) => opened.database.transaction((tx) => appendAudit(tx, ...events.map(entry)));

  test("rows are numbered in order and the chain holds, also when many write at once", async () => {
    await append("a", "b");
    await Promise.all(["c", "d", "e", "f"].map((event) => append(event)));
    const rows = await opened.database.select().from(audit).orderBy(audit.seq);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await brokenAudit(opened.database)).toBeNull();
  });

  test.each([
    ["changed", () => opened.database.update(audit).set({ actor: "eve" }).where(eq(audit.seq, 1))],
    ["deleted", () => opened.database.delete(audit).where(eq(audit.seq, 1))],
    ["emptied", () => opened.database.execute(sql`truncate audit`)],
  ])("it can not be %s", async (_, tamper) => {
    await append("a", "b");
    await expect(tamper()).rejects.toThrow();
    expect(await opened.database.select().from(audit)).toHaveLength(2);
  });

  test("a row that was changed behind the trigger's back breaks the chain from there on", async () => {
    await append("a", "b", "c");
    await opened.database.execute(sql`alter table audit disable trigger all`);
    await opened.database.update(audit).set({ actor: "eve" }).where(eq(audit.seq, 2));
    await opened.database.execute(sql`alter table audit enable trigger all`);
    expect(await brokenAudit(opened.database)).toBe(2);
  });
});
