import { describe, expect, it } from "vitest";
import { type Failure, fail, ok, type Result } from "@/lib/failure";
import { MAX_ATTEMPTS, PATIENCE_MS, retryRead } from "./retry";

const cut: Failure = { kind: "unreachable", host: "h", cause: "cut" };
const later = (retryAfterMs: number): Failure => ({ kind: "throttled", retryAfterMs, requestId: null });

async function run(results: readonly Result<string>[], random = 0.5) {
  let time = 0;
  let made = 0;
  const slept: number[] = [];
  const sleep = async (ms: number) => {
    slept.push(ms);
    time += ms;
  };
  const attempt = async (): Promise<Result<string>> => results[made++] ?? fail(cut);
  const result = await retryRead(attempt, { now: () => time, sleep, random: () => random });
  return { result, made, slept };
}

describe("retryRead", () => {
  it("tries again with growing pauses, and gives up after three attempts", async () => {
    expect(await run([fail(cut), fail(cut), ok("late")])).toMatchObject({ result: ok("late"), slept: [300, 600] });
    expect(await run([])).toMatchObject({ result: fail(cut), made: MAX_ATTEMPTS });
  });

  it("spreads the pauses, so that many consoles do not come back at once", async () => {
    expect((await run([fail(cut), ok("x")], 0)).slept).toEqual([150]);
    expect((await run([fail(cut), ok("x")], 0.999)).slept[0]).toBeCloseTo(450, 0);
  });

  it("waits at least as long as it was asked to", async () => {
    expect((await run([fail(later(4000)), ok("x")])).slept).toEqual([4000]);
  });

  it("does not keep a page waiting: a long Retry-After is handed on", async () => {
    const failure = later(PATIENCE_MS + 1);
    expect(await run([fail(failure), ok("x")])).toEqual({ result: fail(failure), made: 1, slept: [] });
  });

  it.each<Failure>([
    { kind: "missing", what: "task" },
    { kind: "refused", status: 400, code: "c", message: "m", requestId: null },
    { kind: "credentials", cause: "keys", status: 401, code: "c", message: "m", requestId: null },
    { kind: "unreachable", host: "h", cause: "tls" },
  ])("asks once when asking again changes nothing: $kind", async (failure) => {
    expect(await run([fail(failure), ok("x")])).toMatchObject({ result: fail(failure), made: 1 });
  });
});
