import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signInAttempts } from "@/lib/db/schema/accounts";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import { admitAttempt, forgetAttempts } from "./attempts";

const start = new Date("2026-10-14T02:00:00Z");
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("on $driver", ({ open }) => {
  let opened: Awaited<ReturnType<typeof open>>;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyDatabase(opened));

  const admit = (email = "night@fleet.local", address: string | null = "10.0.0.1", now = start) =>
    admitAttempt(opened.database, { email, address }, now);
  const times = async (count: number, run: (index: number) => Promise<unknown>) => {
    for (let index = 0; index < count; index += 1) await run(index);
  };

  test("ten attempts on one account in 15 minutes from the first, from anywhere, then none until those are over", async () => {
    await times(10, async (index) =>
      expect(await admit("night@fleet.local", `10.0.1.${index}`, minutesOn(index))).toEqual({ admitted: true }),
    );
    expect(await admit("NIGHT@fleet.local ", "10.0.2.1", minutesOn(14))).toEqual({
      admitted: false,
      until: minutesOn(15),
      firstTime: true,
    });
    expect(await admit("night@fleet.local", "10.0.2.1", minutesOn(14))).toMatchObject({ firstTime: false });
    expect(await admit("night@fleet.local", "10.0.2.1", minutesOn(15))).toEqual({ admitted: true });
  });

  test("trying while waiting does not make the wait longer", async () => {
    await times(40, () => admit(undefined, undefined, minutesOn(10)));
    expect(await admit(undefined, "10.0.0.2", minutesOn(24))).toMatchObject({ admitted: false, until: minutesOn(25) });
    expect(await admit(undefined, "10.0.0.2", minutesOn(25))).toEqual({ admitted: true });
  });

  test("many at once can not slip past the limit", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => admit()));
    expect(answers.filter(({ admitted }) => admitted)).toHaveLength(10);
  });

  test("fifty attempts from one address over all accounts; those beyond do not count against an account", async () => {
    await times(50, (index) => admit(`someone${index}@fleet.local`));
    await times(20, async () => expect(await admit()).toMatchObject({ admitted: false }));
    expect(await admit(undefined, "10.0.0.2")).toEqual({ admitted: true });
  });

  test("an IPv6 /64 is one address, however it is written", async () => {
    await times(50, (index) => admit(`someone${index}@fleet.local`, `2001:db8:0:7::${index.toString(16)}`));
    expect(await admit(undefined, "2001:0db8::7:1:2:3:4")).toMatchObject({ admitted: false });
    expect(await admit(undefined, "2001:db8:0:8::1")).toEqual({ admitted: true });
  });

  test("who comes from nowhere known shares one count", async () => {
    await times(50, (index) => admit(`someone${index}@fleet.local`, null));
    expect(await admit(undefined, null)).toMatchObject({ admitted: false });
  });

  test("the right password frees the account and gives the address its attempt back", async () => {
    const who = { email: "night@fleet.local", address: "10.0.0.1" };
    await times(10, () => admit());
    await forgetAttempts(opened.database, who);
    await times(100, async () => {
      expect(await admit()).toEqual({ admitted: true });
      await forgetAttempts(opened.database, who);
    });
  });

  test("counts that are over are removed, and no e-mail is kept", async () => {
    await times(5, (index) => admit(`someone${index}@fleet.local`));
    expect(JSON.stringify(await opened.database.select().from(signInAttempts))).not.toContain("someone");
    await admit(undefined, undefined, minutesOn(60));
    expect(await opened.database.select().from(signInAttempts)).toHaveLength(2);
  });
});
