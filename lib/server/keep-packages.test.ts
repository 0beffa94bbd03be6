import { randomUUID } from "node:crypto";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Operator } from "@/lib/access/permissions";
import type { OpenDatabase } from "@/lib/db/database";
import { tasksInstalling } from "@/lib/db/package-uses";
import { audit } from "@/lib/db/schema/audit";
import { tasks } from "@/lib/db/schema/tasks";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import { type Failure, fail, ok } from "@/lib/failure";
import type { NewPackage, PackageDetail } from "@/lib/fleet/fleet";
import { addPackage, type PackageDeps, removePackage } from "./keep-packages";

const NOW = Date.parse("2026-03-02T08:00:00.000Z");
const ANN: Operator = { id: "1", email: "ann@example.test", name: "Ann", role: "operator" };
const uncertain: Failure = { kind: "uncertain", operation: "CreateOtaPackage" };
const refused: Failure = { kind: "refused", status: 400, code: "IOTDA.000006", message: "no", requestId: "r" };
const missing: Failure = { kind: "missing", what: "package" };

const made: NewPackage = {
  spaceId: "s",
  type: "firmwarePackage",
  productId: "p",
  version: "2.0",
  sourceVersions: [],
  description: "",
  moduleName: null,
  customInfo: "for the device only",
  location: { region: "r", bucket: "b", key: "k", sign: null },
};
const there: PackageDetail = { ...made, id: "k1", productName: "Pump", createdAt: null };

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("keeping packages on $driver", ({ open }) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyDatabase(opened));

  /** The events of the audit when each call to the platform went out, and a platform that answers as told. */
  function keeper(change: Partial<PackageDeps["iotda"]>) {
    const before: string[][] = [];
    const seen = async <T>(value: T): Promise<T> => {
      before.push(await events());
      return value;
    };
    const iotda: PackageDeps["iotda"] = {
      createPackage: () => seen(ok(there)),
      deletePackage: () => seen(ok(null)),
      showPackage: async () => ok(there),
      listPackages: async () => ok({ items: [there], total: 1, next: null }),
      ...change,
    };
    return { before, deps: { database: opened.database, iotda, now: () => NOW } };
  }
  const events = async () => {
    const rows = await opened.database.select({ event: audit.event }).from(audit).orderBy(asc(audit.seq));
    return rows.map(({ event }) => event);
  };

  test("a package is written down before it is added, and after", async () => {
    const { deps, before } = keeper({});
    expect(await addPackage(deps, made, ANN)).toEqual(there);
    expect(before).toEqual([["package.add-requested"]]);
    expect(await events()).toEqual(["package.add-requested", "package.added"]);
    expect(JSON.stringify(await opened.database.select().from(audit))).not.toContain("for the device only");
  });

  test("an answer that was lost is looked for; what is not there stays uncertain", async () => {
    const lost = keeper({ createPackage: async () => fail(uncertain) });
    expect(await addPackage(lost.deps, made, ANN)).toEqual(there);
    const other = { ...made, location: { ...made.location, key: "other" } };
    await expect(addPackage(lost.deps, other, ANN)).rejects.toMatchObject({ failure: uncertain });
    expect((await events()).at(-1)).toBe("package.not-added");
  });

  test("a refusal is told and written down", async () => {
    const { deps } = keeper({ createPackage: async () => fail(refused), deletePackage: async () => fail(refused) });
    await expect(addPackage(deps, made, ANN)).rejects.toMatchObject({ failure: refused });
    await expect(removePackage(deps, { id: "k1", typed: "2.0" }, ANN)).rejects.toMatchObject({ failure: refused });
    expect(await events()).toEqual([
      "package.add-requested",
      "package.not-added",
      "package.remove-requested",
      "package.not-removed",
    ]);
  });

  test("a package is removed when its version was typed, and only then", async () => {
    const { deps, before } = keeper({});
    await expect(removePackage(deps, { id: "k1", typed: "2" }, ANN)).rejects.toMatchObject({
      failure: { issues: [{ path: "typed", message: "package-typed" }] },
    });
    expect(before).toEqual([]);
    await removePackage(deps, { id: "k1", typed: " 2.0 " }, ANN);
    expect(before).toEqual([["package.remove-requested"]]);
  });

  test("a removal whose answer was lost is done when the package is gone", async () => {
    let shown = 0;
    const gone = keeper({
      deletePackage: async () => fail(uncertain),
      showPackage: async () => (shown++ === 0 ? ok(there) : fail(missing)),
    });
    await removePackage(gone.deps, { id: "k1", typed: "2.0" }, ANN);
    const still = keeper({ deletePackage: async () => fail(uncertain) });
    await expect(removePackage(still.deps, { id: "k1", typed: "2.0" }, ANN)).rejects.toMatchObject({
      failure: uncertain,
    });
  });

  test("only tasks that may still install it use it", async () => {
    const task = (title: string, change: Partial<typeof tasks.$inferInsert>) => ({
      id: randomUUID(),
      ours: true,
      spaceId: "s",
      type: "firmwareUpgrade" as const,
      title,
      createdAt: new Date(NOW).toISOString(),
      needsConfirm: false,
      packageIds: ["k1"],
      statusText: "",
      final: false,
      ...change,
    });
    await opened.database
      .insert(tasks)
      .values([
        task("running", {}),
        task("done", { final: true }),
        task("gone", { goneAt: new Date(NOW).toISOString() }),
        task("other", { packageIds: ["k10"] }),
        task("several", { packageIds: ["k2", "k1"], createdAt: new Date(NOW + 1).toISOString() }),
      ]);
    const uses = await tasksInstalling(opened.database, "k1");
    expect(uses.map(({ title }) => title)).toEqual(["several", "running"]);
  });
});
