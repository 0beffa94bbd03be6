import { expect, test } from "vitest";
import { subTasksAfter } from "./tasks";

const on = { id: "t1", submission: "sent", gone: false } as const;
const moving = {
  ...on,
  status: { known: "Processing", raw: "Processing" },
  readAt: "2026-11-24T01:58:25.000Z",
} as const;
const over = { ...on, status: { known: "Success", raw: "Success" }, readAt: "2026-11-24T01:58:30.000Z" } as const;
const before = { readAt: "2026-11-24T01:58:29.999Z" };
const after = { readAt: "2026-11-24T01:58:30.000Z" };

test("the devices of a task that moves are read again, but not once more pages are open", () => {
  expect(subTasksAfter(moving, [before])).toBe(5_000);
  expect(subTasksAfter(moving, [before, before])).toBe(false);
});

test("devices that were read before their task ended are read once more, however many pages are open", () => {
  expect(subTasksAfter(over, [before])).toBe(5_000);
  expect(subTasksAfter(over, [before, before])).toBe(5_000);
});

test("devices that were read after the end stay", () => {
  expect(subTasksAfter(over, [after])).toBe(false);
  expect(subTasksAfter(over, [])).toBe(false);
  expect(subTasksAfter({ ...over, readAt: null }, [before])).toBe(false);
});
