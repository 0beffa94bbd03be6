import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { actOnTask, MAX_CONTENT, saveDraft } from "./schemas";

const acting = (scope: unknown, verb = "stop") => ({
  taskId: randomUUID(),
  actionId: randomUUID(),
  verb,
  scope,
  reason: "",
});

test("chosen devices come as one text and are devices once each; all is its own word", () => {
  const read = actOnTask.parse(acting({ of: "devices", deviceIds: "d1\nd2\nd1\n" }));
  expect(read.scope).toEqual({ of: "devices", deviceIds: ["d1", "d2"] });
  expect(actOnTask.parse(acting({ of: "all" })).scope).toEqual({ of: "all" });
});

test.each([
  ["no devices", { of: "devices", deviceIds: "" }],
  ["only line ends", { of: "devices", deviceIds: "\n\n" }],
  ["no list", { of: "devices" }],
  ["no scope", undefined],
  ["an empty scope", {}],
  ["what is not an id", { of: "devices", deviceIds: "d 1" }],
])("%s is refused, and never becomes all", (_, scope) => {
  expect(actOnTask.safeParse(acting(scope)).success).toBe(false);
});

test("a task is deleted whole", () => {
  expect(actOnTask.safeParse(acting({ of: "devices", deviceIds: "d1" }, "delete")).success).toBe(false);
  expect(actOnTask.safeParse(acting({ of: "all" }, "delete")).success).toBe(true);
});

test("a draft has a size, at the limit and one past it", () => {
  const saving = (length: number) => {
    const content = "x".repeat(length - 2);
    return saveDraft.safeParse({ id: randomUUID(), revision: 0, step: "what", content });
  };
  expect(saving(MAX_CONTENT).success).toBe(true);
  expect(saving(MAX_CONTENT + 1).error?.issues[0]?.message).toBe("draft-large");
});
