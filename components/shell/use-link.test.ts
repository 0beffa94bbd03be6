import { expect, test } from "vitest";
import type { Failure } from "@/lib/failure";
import type { LinkView } from "@/lib/tasks/view";
import { linkState } from "./use-link";

const link = (failure: Failure | null, lastReadAt: string | null = "2026-10-13T18:14:00Z"): LinkView => ({
  platform: { name: "Simulator", isSimulator: true, host: "127.0.0.1:4010" },
  lastReadAt,
  tookMs: 240,
  failure,
  running: 4,
  capacity: 10,
  now: "2026-10-13T18:14:04Z",
});
const answer = { status: 401, code: "", message: "", requestId: null };

test.each<[Failure | null, string]>([
  [null, "good"],
  [{ kind: "credentials", cause: "keys", ...answer }, "refused"],
  [{ kind: "refused", ...answer }, "refused"],
  [{ kind: "throttled", retryAfterMs: 1, requestId: null }, "slowed"],
  [{ kind: "unreadable", operation: "x", requestId: null }, "unread"],
  [{ kind: "unreachable", host: "x", cause: "timeout" }, "down"],
])("%j is told as %s", (failure, state) => {
  expect(linkState(link(failure))).toBe(state);
});

test("a link of which nothing is known is not called good", () => {
  expect(linkState(link(null, null))).toBe("waiting");
});
