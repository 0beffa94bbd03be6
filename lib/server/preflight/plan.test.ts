import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_SQL } from "@/lib/iotda/search-sql";
import { MAX_CALLS, packIds, planReading, spread, type Work } from "./plan";

const work: Work = { count: 100, idLength: 24, listed: null, members: null, searches: false, calls: MAX_CALLS };
const by = (change: Partial<Work>) => planReading({ ...work, ...change });

describe("the cheapest way that reaches most", () => {
  test("nothing to do, or nothing left to spend", () => {
    expect(by({ count: 0 })).toBeNull();
    expect(by({ calls: 0 })).toBeNull();
  });

  test.each<[string, Partial<Work>, object]>([
    ["a few are asked for one by one", { count: 5, listed: 5_000 }, { by: "show", reaches: 5, calls: 5 }],
    ["many are found in a list that is short enough", { count: 2_000, listed: 3_000 }, { by: "list", calls: 60 }],
    [
      "30,000 are found in a list of as many",
      { count: 30_000, listed: 30_000 },
      { by: "list", reaches: 30_000, calls: 600 },
    ],
    [
      "a search takes several IDs at once",
      { count: 1_500, listed: 500_000, searches: true },
      { by: "search", reaches: 1_500 },
    ],
    [
      "a group in a large product is searched by group",
      { count: 2_000, members: 2_000, listed: 100_000, searches: true },
      { by: "group", calls: 40 },
    ],
    [
      "without a search it is asked one by one",
      { count: 1_000, members: 1_000, listed: 500_000 },
      { by: "show", reaches: 1_000 },
    ],
  ])("%s", (_, change, expected) => {
    expect(by(change)).toMatchObject(expected);
  });

  test("a list of exactly what is left is read whole; one page longer is read in part and says so", () => {
    const listed = 600 * 50;
    expect(by({ count: 20_000, listed, calls: 600 })).toMatchObject({ by: "list", reaches: 20_000, calls: 600 });
    const past = by({ count: 20_000, listed: listed + 1, calls: 600 });
    expect(past).toMatchObject({ by: "list", calls: 600 });
    expect(past?.reaches).toBeLessThan(20_000);
  });

  test("no look lasts longer than five minutes", () => {
    const plan = by({ count: 30_000, idLength: 128, searches: true, listed: null, calls: 1_000_000 });
    expect(plan?.ms).toBeLessThanOrEqual(300_000);
  });

  test("it never spends more calls than are left, nor reaches more than there are", () => {
    const some = fc.record({
      count: fc.integer({ min: 1, max: 300_000 }),
      idLength: fc.integer({ min: 1, max: 128 }),
      listed: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
      members: fc.option(fc.integer({ min: 1, max: 100_000 })),
      searches: fc.boolean(),
      calls: fc.integer({ min: 1, max: MAX_CALLS }),
    });
    fc.assert(
      fc.property(some, (given) => {
        const plan = planReading(given);
        expect(plan?.calls).toBeLessThanOrEqual(given.calls);
        expect(plan?.reaches).toBeLessThanOrEqual(given.count);
        expect(plan?.calls).toBeGreaterThan(0);
      }),
    );
  });
});

test("IDs are packed into searches that the platform takes, each ID once", () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/);
  const space = fc.stringMatching(/^[A-Za-z0-9_-]{36}$/);
  fc.assert(
    fc.property(space, fc.uniqueArray(id, { maxLength: 200 }), (spaceId, ids) => {
      const packed = packIds(spaceId, ids);
      for (const { sql, ids: own } of packed) {
        expect(sql.length).toBeLessThanOrEqual(MAX_SQL);
        expect(own.length).toBeLessThanOrEqual(50);
      }
      expect(packed.flatMap(({ ids: own }) => own)).toEqual(ids);
    }),
  );
});

test("a search is filled to its last character", () => {
  const [one] = packIds("s".repeat(36), ["a".repeat(128), "b".repeat(128)]);
  expect(one?.ids).toHaveLength(2);
  const room = MAX_SQL - (one?.sql.length ?? 0);
  const last = "c".repeat(room - 3);
  expect(packIds("s".repeat(36), ["a".repeat(128), "b".repeat(128), last])).toHaveLength(1);
  expect(packIds("s".repeat(36), ["a".repeat(128), "b".repeat(128), `${last}c`])).toHaveLength(2);
});

test.each([
  [0, []],
  [2, [0, 5]],
  [10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  [11, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
])("%d of ten, spread evenly", (count, expected) => {
  expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], count)).toEqual(expected);
});
