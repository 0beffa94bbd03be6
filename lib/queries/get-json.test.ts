import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FailureError } from "@/lib/failure";
import { failureOf, getJson } from "./get-json";

const never = new AbortController().signal;

beforeEach(() => vi.stubGlobal("location", { host: "console.test" }));
afterEach(() => vi.unstubAllGlobals());

const answer = (status: number, body: string) =>
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, { status })));

const failure = () =>
  getJson("/api/link", never).then(
    () => null,
    (error: unknown) => failureOf(error),
  );

test("gives the value", async () => {
  answer(200, '{"running":4}');
  expect(await getJson("/api/link", never)).toEqual({ running: 4 });
});

test("throws the failure that the answer carries", async () => {
  answer(403, '{"failure":{"kind":"forbidden"}}');
  expect(await failure()).toEqual({ kind: "forbidden" });
});

test.each([
  [401, "", { kind: "signed-out" }],
  [502, "<html>", { kind: "unreachable", host: "console.test", cause: "5xx" }],
  [200, "not json", { kind: "unreachable", host: "console.test", cause: "5xx" }],
  [500, '{"failure":"?"}', { kind: "unreachable", host: "console.test", cause: "5xx" }],
])("%i with %s counts as its own failure", async (status, body, expected) => {
  answer(status, body);
  expect(await failure()).toEqual(expected);
});

test("no answer at all is unreachable, and giving up is not a failure", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
  expect(await failure()).toEqual({ kind: "unreachable", host: "console.test", cause: "cut" });
  const left = AbortSignal.abort();
  await expect(getJson("/api/link", left)).rejects.toThrow(TypeError);
});

test("a bug of ours is not taken for the platform's silence", () => {
  expect(failureOf(new RangeError("bug"))).toMatchObject({ kind: "unreadable" });
  expect(failureOf(new FailureError({ kind: "signed-out" }))).toEqual({ kind: "signed-out" });
  expect(failureOf(null)).toBeNull();
});
