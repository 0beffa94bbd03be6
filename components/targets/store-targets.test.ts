import { expect, test, vi } from "vitest";
import { storeTargets } from "./store-targets";

const SET = { id: "s1", count: 2, source: "第七区, 表.csv", savedAt: "2026-10-14T02:14:00Z", sample: ["A-1", "A-2"] };
const LIST = { draftId: "d1", source: SET.source, ids: new TextEncoder().encode("A-1\nA-2") };
const { signal } = new AbortController();

const answering = (status: number, body: string) => vi.fn<typeof fetch>(async () => new Response(body, { status }));

test("the bytes go out as they are, and the saved set comes back", async () => {
  const send = answering(200, JSON.stringify(SET));
  expect(await storeTargets(send, LIST, signal)).toEqual({ ok: true, set: SET });
  const [address, request] = send.mock.calls[0] ?? [];
  expect(address).toBe(`/api/drafts/d1/targets?source=${encodeURIComponent(SET.source)}`);
  expect(request).toMatchObject({ method: "PUT", body: LIST.ids });
});

test.each([
  [401, { failure: { kind: "signed-out" } }, "signed-out"],
  [401, null, "signed-out"],
  [403, { failure: { kind: "forbidden" } }, "forbidden"],
  [404, { failure: { kind: "missing", what: "draft" } }, "gone"],
  [422, { failure: { kind: "invalid", issues: [{ path: "targets", message: "devices-many" }] } }, "refused"],
  [422, { failure: { kind: "invalid", issues: [{ path: "revision", message: "stale" }] } }, "gone"],
  [413, null, "refused"],
  [503, null, "offline"],
  [200, { surprise: true }, "refused"],
])("an answer of %s with %j is told as %s", async (status, body, problem) => {
  expect(await storeTargets(answering(status, JSON.stringify(body)), LIST, signal)).toEqual({ ok: false, problem });
});

test("no answer, or one that is no JSON, is told", async () => {
  const silent = vi.fn<typeof fetch>(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(await storeTargets(silent, LIST, signal)).toEqual({ ok: false, problem: "offline" });
  expect(await storeTargets(answering(500, "<html>"), LIST, signal)).toEqual({ ok: false, problem: "refused" });
});
