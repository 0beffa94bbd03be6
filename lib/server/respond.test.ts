import { beforeEach, expect, test, vi } from "vitest";
import type { Operator } from "@/lib/access/permissions";
import { FailureError } from "@/lib/failure";
import { requireOperator } from "./auth/session";
import { respond } from "./respond";

vi.mock("./auth/session", () => ({ requireOperator: vi.fn() }));

const ANN: Operator = { id: "1", email: "ann@example.test", name: "Ann", role: "viewer" };
const asked = (etag?: string) =>
  new Request("http://console/api/x", { headers: etag === undefined ? {} : { "if-none-match": etag } });

beforeEach(() => {
  vi.mocked(requireOperator).mockResolvedValue(ANN);
});

test("the value as JSON, for this person only, and 304 while it is the same", async () => {
  const first = await respond("look", asked(), async () => ({ total: 3 }));
  expect(await first.json()).toEqual({ total: 3 });
  expect(first.headers.get("cache-control")).toBe("private, no-cache");
  const etag = first.headers.get("etag") ?? "";
  const again = await respond("look", asked(etag), async () => ({ total: 3 }));
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect((await respond("look", asked(etag), async () => ({ total: 4 }))).status).toBe(200);
});

test("the time of the answer alone makes it new only every ten seconds", async () => {
  const at = (now: string) => respond("look", asked(), async () => ({ now, total: 3 }));
  const [first, sameTen, nextTen] = await Promise.all([
    at("2026-03-02T08:00:01.000Z"),
    at("2026-03-02T08:00:09.999Z"),
    at("2026-03-02T08:00:10.000Z"),
  ]);
  expect(sameTen?.headers.get("etag")).toBe(first?.headers.get("etag"));
  expect(nextTen?.headers.get("etag")).not.toBe(first?.headers.get("etag"));
});

test("who may not is refused before anything is done", async () => {
  vi.mocked(requireOperator).mockRejectedValue(new FailureError({ kind: "signed-out" }));
  const run = vi.fn(async () => ({}));
  const refused = await respond("look", asked(), run);
  expect([refused.status, await refused.json()]).toEqual([401, { failure: { kind: "signed-out" } }]);
  expect(run).not.toHaveBeenCalled();
});

test("expected failures are answered with a fitting status; bugs are not swallowed", async () => {
  const failing = respond("look", asked(), () => Promise.reject(new FailureError({ kind: "missing", what: "task" })));
  expect((await failing).status).toBe(404);
  const bug = respond("look", asked(), () => Promise.reject(new TypeError("bug")));
  await expect(bug).rejects.toThrow("bug");
});

test("a value that does not survive JSON does not compile", async () => {
  // @ts-expect-error a Date becomes a string on its way
  const response = await respond("look", asked(), async () => ({ at: new Date(0) }));
  expect(await response.json()).toEqual({ at: "1970-01-01T00:00:00.000Z" });
});
