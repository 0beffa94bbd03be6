import { describe, expect, test } from "vitest";
import { type FamilyPart, familyTitle, foldFamily, partTitle } from "./family";
import { NO_PROGRESS } from "./progress";
import type { TaskRow } from "./view";

const NOW = Date.parse("2026-03-02T08:00:00.000Z");
const plain: TaskRow = {
  id: "1",
  platformId: "p1",
  type: "deleteDevices",
  title: "Old pumps 1/3",
  platformName: null,
  gone: false,
  owner: "ann@example.test",
  ours: true,
  submission: "sent",
  status: { known: "Success" },
  progress: {
    total: 10,
    waiting: 0,
    processing: 0,
    succeeded: 10,
    failed: 0,
    awaitingRetry: 0,
    stopped: 0,
    removed: 0,
  },
  startsAt: null,
  createdAt: "2026-03-02T07:00:00.000Z",
  finishedAt: "2026-03-02T07:30:00.000Z",
  readAt: "2026-03-02T07:59:00.000Z",
  part: { familyId: "1", number: 1, of: 3 },
  needsAttention: null,
};
const part = (given: Partial<TaskRow> = {}, asked: number | null = 10): FamilyPart => ({
  row: { ...plain, ...given },
  asked,
});
const unsent = { submission: "sending", status: null, progress: NO_PROGRESS, finishedAt: null, readAt: null } as const;

test("a part's title says which it is, and all share what stands before it", () => {
  expect(partTitle("Old pumps", { part: 2, parts: 3 })).toBe("Old pumps 2/3");
  expect(familyTitle("Old pumps 2/3")).toBe("Old pumps");
  expect(familyTitle("Plan 2/3 of the north 2/3")).toBe("Plan 2/3 of the north");
});

describe("a family in a list", () => {
  test("has the sum of the counters, and ends with its last part", () => {
    const later = { finishedAt: "2026-03-02T07:45:00.000Z", readAt: "2026-03-02T07:50:00.000Z" };
    const folded = foldFamily([part(), part(later)], NOW);
    expect(folded).toMatchObject({ id: "1", title: "Old pumps", ...later });
    expect(folded.progress).toMatchObject({ total: 20, succeeded: 20, failed: 0 });
  });

  test("counts what the platform has not counted yet as asked for, and as nothing else", () => {
    const folded = foldFamily([part(), part(unsent, 7)], NOW);
    expect(folded.progress).toMatchObject({ total: 17, succeeded: 10, waiting: 0 });
    expect(folded.finishedAt).toBeNull();
    expect(foldFamily([part(unsent, null)], NOW).progress).toEqual(NO_PROGRESS);
  });

  test("stands as the worst of its parts, and asks for a person as the most urgent one does", () => {
    const failed = part({ status: { known: "Fail" }, needsAttention: "failed" });
    const missed = part({ ...unsent, submission: "missed", needsAttention: "missed-start" });
    expect(foldFamily([part(), failed, missed], NOW)).toMatchObject({
      submission: "missed",
      needsAttention: "missed-start",
    });
    expect(foldFamily([part(), part({ status: { known: "Processing" } })], NOW).status).toEqual({
      known: "Processing",
    });
    expect(foldFamily([failed, part({ status: { known: "Processing" } })], NOW).status).toEqual({ known: "Fail" });
  });
});
