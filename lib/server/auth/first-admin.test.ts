import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { credentials, users } from "@/lib/db/schema/accounts";
import { audit } from "@/lib/db/schema/audit";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import { Secret } from "@/lib/secret";
import { admitAttempt } from "./attempts";
import { ensureFirstAdmin } from "./first-admin";
import { operatorOf } from "./operator";
import { randomPassword } from "./people";
import { recoverAdmin } from "./recovery";
import { signIn } from "./sign-in";
import { headersWith, PASSWORD, testAuth, testPerson } from "./testing";

const now = new Date("2020-10-14T02:00:00Z");

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("on $driver", ({ open }) => {
  let opened: Awaited<ReturnType<typeof open>>;
  let core: { auth: ReturnType<typeof testAuth>; database: typeof opened.database };

  beforeAll(async () => {
    opened = await open();
    core = { auth: testAuth(opened.database), database: opened.database };
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyDatabase(opened));

  const enter = (email: string, password: string) => signIn(core, { email, password, address: "10.0.0.1" }, now);
  const everything = async () =>
    JSON.stringify([
      await core.database.select().from(users),
      await core.database.select().from(credentials),
      await core.database.select().from(audit),
    ]);

  test("the first start makes one administrator with a password that is kept nowhere in clear", async () => {
    const made = await ensureFirstAdmin(core.database, null, now);
    expect(made).toEqual({ email: "admin@fleet.local", password: expect.stringMatching(/^(\w{6}-){3}\w{6}$/) });
    const answer = await enter("admin@fleet.local", made?.password ?? "");
    if (answer.kind !== "signed-in") throw new Error(answer.kind);
    expect(await operatorOf(core, headersWith(answer.cookies), new Date())).toMatchObject({ role: "admin" });
    expect(await everything()).not.toContain(made?.password);
  });

  test("a later start makes nobody, whatever the environment says by then", async () => {
    await ensureFirstAdmin(core.database, null, now);
    expect(await ensureFirstAdmin(core.database, { email: "new@fleet.local", password: null }, now)).toBeNull();
    expect(await core.database.select().from(users)).toHaveLength(1);
  });

  test("the given e-mail and password are taken, and the password is not handed back for printing", async () => {
    const given = { email: " Chief@Fleet.local", password: new Secret("given by the environment") };
    expect(await ensureFirstAdmin(core.database, given, now)).toEqual({ email: "chief@fleet.local", password: null });
    expect(await enter("chief@fleet.local", "given by the environment")).toMatchObject({ kind: "signed-in" });
  });

  test("starts at the same time make one administrator", async () => {
    const made = await Promise.all([1, 2, 3].map(() => ensureFirstAdmin(core.database, null, now)));
    expect(made.filter((admin) => admin !== null)).toHaveLength(1);
    expect(await core.database.select().from(users)).toHaveLength(1);
  });

  test("recovery gives the oldest administrator a new password, ends its sessions and lifts its limit", async () => {
    await testPerson(core.database, "admin@fleet.local", "admin");
    await testPerson(core.database, "second@fleet.local", "admin");
    const before = await enter("admin@fleet.local", PASSWORD);
    if (before.kind !== "signed-in") throw new Error(before.kind);
    const tried = { email: "admin@fleet.local", address: "10.0.0.1" };
    for (let tries = 0; tries < 10; tries += 1) await admitAttempt(core.database, tried, now);
    expect(await enter("admin@fleet.local", PASSWORD)).toMatchObject({ kind: "wait" });

    const recovered = await recoverAdmin(core.database, null, now);
    expect(recovered).toMatchObject({ email: "admin@fleet.local", made: false });
    expect(await operatorOf(core, headersWith(before.cookies), new Date())).toBeNull();
    expect(await enter("admin@fleet.local", PASSWORD)).toEqual({ kind: "wrong" });
    expect(await enter("admin@fleet.local", recovered.password)).toMatchObject({ kind: "signed-in" });
    expect(await enter("second@fleet.local", PASSWORD)).toMatchObject({ kind: "signed-in" });
    expect(await everything()).not.toContain(recovered.password);
  });

  test("recovery by e-mail makes that person an administrator, or a new one", async () => {
    await testPerson(core.database, "night@fleet.local", "viewer");
    expect(await recoverAdmin(core.database, "Night@fleet.local", now)).toMatchObject({ made: false });
    expect(await recoverAdmin(core.database, "new@fleet.local", now)).toMatchObject({ made: true });
    expect(await core.database.select({ role: users.role }).from(users)).toEqual([
      { role: "admin" },
      { role: "admin" },
    ]);
  });

  test("everything that happens at the door is written down, without what was typed into the wrong field", async () => {
    await testPerson(core.database, "night@fleet.local");
    await enter("night@fleet.local", PASSWORD);
    await enter("night@fleet.local", "not the password at all");
    await enter("correct horse battery", "x");
    const tried = { email: "nobody@fleet.local", address: "10.0.0.1" };
    for (let tries = 0; tries < 10; tries += 1) await admitAttempt(core.database, tried, now);
    for (let tries = 0; tries < 3; tries += 1) await enter("nobody@fleet.local", "x");
    await recoverAdmin(core.database, "night@fleet.local", now);
    const rows = await core.database.select().from(audit).orderBy(audit.seq);
    expect(rows.slice(0, 3).map(({ actor, event }) => [actor, event])).toEqual([
      ["night@fleet.local", "session.opened"],
      ["nobody", "session.refused"],
      ["nobody", "session.refused"],
    ]);
    expect(rows.filter(({ event }) => event === "session.refused")).toHaveLength(2);
    expect(rows.filter(({ event }) => event === "session.limited")).toHaveLength(1);
    expect(rows.at(-1)).toMatchObject({ actor: "recover-admin", event: "administrator.recovered" });
    expect(JSON.stringify(rows)).not.toContain("horse");
  });
});

test("made-up passwords differ and use letters that are not mistaken for each other", () => {
  const made = Array.from({ length: 50 }, () => randomPassword());
  expect(new Set(made).size).toBe(50);
  for (const password of made) expect(password).toMatch(/^([a-hj-km-np-z2-9Z]{6}-){3}[a-hj-km-np-z2-9Z]{6}$/);
});
