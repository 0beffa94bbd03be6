import { expect, it } from "vitest";
import { fail, ok } from "@/lib/failure";
import { createSpacing } from "./spacing";

it("starts calls apart and in order, and turns away those that would wait too long", async () => {
  let time = 5000;
  const started: [name: string, at: number][] = [];
  const waits: number[] = [];
  const sleep = async (ms: number) => {
    waits.push(ms);
  };
  const spaced = createSpacing(1000, 2000, { now: () => time, sleep });
  const call = (name: string) =>
    spaced(async () => {
      started.push([name, time]);
      return ok(name);
    });
  const results = await Promise.all(["a", "b", "c", "d"].map(call));
  expect(waits).toEqual([1000, 2000]);
  expect(started.map(([name]) => name)).toEqual(["a", "b", "c"]);
  expect(results[3]).toEqual(fail({ kind: "throttled", retryAfterMs: 3000, requestId: null }));

  time += 60_000;
  expect(await call("e")).toEqual(ok("e"));
  expect(waits).toHaveLength(2);
});
