import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { OpenDatabase } from "@/lib/db/database";
import { sessions, users } from "@/lib/db/schema/accounts";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import { admitAttempt } from "./attempts";
import { changePassword } from "./change-password";
import { operatorOf } from "./operator";
import { signIn } from "./sign-in";
import { headersWith, PASSWORD, testAuth, testPerson } from "./testing";

const MINUTE = 60_000;
const start = new Date("2020-10-14T02:00:00Z");
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * MINUTE);

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("on $driver", ({ open }) => {
  let opened: OpenDatabase;
  let core: { auth: ReturnType<typeof testAuth>; database: OpenDatabase["database"] };

  beforeAll(async () => {
    opened = await open();
    core = { auth: testAuth(opened.database), database: opened.database };
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    await testPerson(core.database, "night@fleet.local");
  });

  const attempt = (password: string, { email = "night@fleet.local", address = "10.0.0.1", now = start } = {}) =>
    signIn(core, { email, password, address }, now);
  const signedIn = async () => {
    const answer = await attempt(PASSWORD);
    if (answer.kind !== "signed-in") throw new Error(answer.kind);
    return answer.cookies;
  };
  /** What failed attempts leave behind, without the time that their hashing takes. */
  const failedBefore = (now = start) =>
    admitAttempt(core.database, { email: "night@fleet.local", address: "10.0.0.1" }, now);
  const times = async (count: number, run: (index: number) => Promise<unknown>) => {
    for (let index = 0; index < count; index += 1) await run(index);
  };

  test("the right password opens a session whose cookie scripts can not read", async () => {
    const [cookie] = await signedIn();
    expect(cookie?.options).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/", maxAge: 12 * 3600 });
    expect(cookie?.options.secure).not.toBe(true);
    const operator = await operatorOf(core, headersWith(await signedIn()), new Date());
    expect(operator).toMatchObject({ email: "night@fleet.local", role: "operator" });
  });

  test("behind https the cookie travels over https only", async () => {
    const auth = testAuth(core.database, "https://fleet.example");
    const answer = await signIn(
      { ...core, auth },
      { email: "night@fleet.local", password: PASSWORD, address: null },
      start,
    );
    expect(answer).toMatchObject({ kind: "signed-in", cookies: [{ options: { secure: true, httpOnly: true } }] });
  });

  test("e-mails are one whatever their case and the spaces around them", async () => {
    expect(await attempt(PASSWORD, { email: " Night@Fleet.local " })).toMatchObject({ kind: "signed-in" });
  });

  test("an address of a company's own network is as good as any", async () => {
    await testPerson(core.database, "admin@localhost");
    expect(await attempt(PASSWORD, { email: "admin@localhost" })).toMatchObject({ kind: "signed-in" });
  });

  test("a wrong password, an unknown account and what is no e-mail give the same answer", async () => {
    const wrong = await attempt("not the password at all");
    expect(wrong).toEqual({ kind: "wrong" });
    expect(await attempt(PASSWORD, { email: "nobody@fleet.local" })).toEqual(wrong);
    expect(await attempt(PASSWORD, { email: "nobody" })).toEqual(wrong);
    expect(await attempt("x".repeat(5000))).toEqual(wrong);
  });

  test("an unknown account costs a hash like a known one, so that time does not tell", async () => {
    const { password } = await core.auth.$context;
    const hash = vi.spyOn(password, "hash");
    const verify = vi.spyOn(password, "verify");
    await attempt("not the password at all", { email: "nobody@fleet.local" });
    expect(hash).toHaveBeenCalledTimes(1);
    await attempt("not the password at all");
    expect(verify).toHaveBeenCalledTimes(1);
    expect(hash).toHaveBeenCalledTimes(1);
  });

  test("the eleventh attempt on one account within 15 minutes waits, even with the right password", async () => {
    await times(10, (index) => failedBefore(minutesOn(index)));
    expect(await attempt(PASSWORD, { now: minutesOn(13) })).toEqual({ kind: "wait", minutes: 2 });
    expect(await attempt(PASSWORD, { now: minutesOn(15) })).toMatchObject({ kind: "signed-in" });
  });

  test("signing in resets the account's count", async () => {
    await times(9, () => failedBefore());
    await signedIn();
    await times(9, () => failedBefore());
    expect(await attempt(PASSWORD)).toMatchObject({ kind: "signed-in" });
  });

  test("the database holds no token that a browser has, and its hash opens nothing", async () => {
    const [cookie] = await signedIn();
    const [row] = await core.database.select().from(sessions);
    const token = cookie?.value.split(".")[0];
    expect(token).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(row?.token).not.toBe(token);
    expect(
      await core.auth.$context.then(({ internalAdapter }) => internalAdapter.findSession(row?.token ?? "")),
    ).toBeNull();
  });

  test("a cookie with a broken signature is nobody's", async () => {
    const [cookie] = await signedIn();
    if (cookie === undefined) throw new Error("no cookie");
    const forged = { ...cookie, value: cookie.value.replace(/\..*/, ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=") };
    expect(await operatorOf(core, headersWith([forged]), new Date())).toBeNull();
    expect(await operatorOf(core, new Headers(), new Date())).toBeNull();
  });

  test("a change of role holds from the next request", async () => {
    const headers = headersWith(await signedIn());
    await core.database.update(users).set({ role: "viewer" });
    expect(await operatorOf(core, headers, new Date())).toMatchObject({ role: "viewer" });
    await core.database.execute(sql`update users set role = 'emperor'`);
    expect(await operatorOf(core, headers, new Date())).toMatchObject({ role: "viewer" });
  });

  test("signing in clears away the sessions that are over", async () => {
    await signedIn();
    await core.database.update(sessions).set({ expiresAt: minutesOn(-1) });
    await signedIn();
    expect(await core.database.select().from(sessions)).toHaveLength(1);
  });

  test("a session past its end is nobody's", async () => {
    const headers = headersWith(await signedIn());
    const end = Date.now() + 12 * 3600_000;
    expect(await operatorOf(core, headers, new Date(end - MINUTE))).not.toBeNull();
    expect(await operatorOf(core, headers, new Date(end + 1))).toBeNull();
  });

  describe("changing the password", () => {
    const next = "another password, longer";
    const change = async (headers: Headers, asked: { current?: string; next?: string; repeated?: string } = {}) => {
      const operator = await operatorOf(core, headers, new Date());
      if (operator === null) throw new Error("signed out");
      const wanted = { current: PASSWORD, next, repeated: asked.next ?? next, address: "10.0.0.1", headers, ...asked };
      return changePassword(core, operator, wanted, start);
    };

    test("ends every other session and the old password, and keeps this browser signed in", async () => {
      const elsewhere = headersWith(await signedIn());
      const here = headersWith(await signedIn());
      const changed = await change(here);
      if (changed.kind !== "changed") throw new Error(changed.kind);
      expect(await operatorOf(core, elsewhere, new Date())).toBeNull();
      expect(await operatorOf(core, here, new Date())).toBeNull();
      expect(await operatorOf(core, headersWith(changed.cookies), new Date())).not.toBeNull();
      expect(await attempt(PASSWORD)).toEqual({ kind: "wrong" });
      expect(await attempt(next)).toMatchObject({ kind: "signed-in" });
    });

    test("names what is wrong with the new one and changes nothing", async () => {
      const headers = headersWith(await signedIn());
      expect(await change(headers, { next: "eleven char" })).toEqual({ kind: "too-short" });
      expect(await change(headers, { next: "x".repeat(129) })).toEqual({ kind: "too-long" });
      expect(await change(headers, { repeated: "another password, longed" })).toEqual({ kind: "different" });
      expect(await change(headers, { next: PASSWORD })).toEqual({ kind: "same" });
      expect(await change(headers, { current: "not the password at all" })).toEqual({ kind: "wrong" });
      expect(await attempt(PASSWORD)).toMatchObject({ kind: "signed-in" });
    });

    test("guessing the current one is limited like signing in", async () => {
      const headers = headersWith(await signedIn());
      expect(await change(headers, { current: "not the password at all" })).toEqual({ kind: "wrong" });
      await times(9, () => failedBefore());
      expect(await change(headers)).toEqual({ kind: "wait", minutes: 15 });
    });
  });
});
