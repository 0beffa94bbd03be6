import { expect, test } from "vitest";
import { type Latest, latest } from "./latest";

const draft = (id: string, revision: number, taskId: string | null = null): Latest => ({
  id,
  step: "who",
  content: {},
  revision,
  savedAt: "",
  targetSet: null,
  rowSet: null,
  taskId,
});

test("what this tab saved since wins over what the page was given, never the other way round", () => {
  latest.put(draft("a", 3));
  expect(latest.of(draft("a", 2), "a")?.revision).toBe(3);
  expect(latest.of(draft("a", 4), "a")?.revision).toBe(4);
  expect(latest.of(null, "a")?.revision).toBe(3);
});

test("a draft that nobody remembers is as given, and a new one is none", () => {
  expect(latest.of(draft("b", 1), "b")?.revision).toBe(1);
  expect(latest.of(null, null)).toBeNull();
});

test("a draft that was sent is remembered as sent", () => {
  latest.put(draft("c", 5, "task"));
  expect(latest.of(draft("c", 5), "c")?.taskId).toBe("task");
});
