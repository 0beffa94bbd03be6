import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/db/database";
import { submissions } from "@/lib/db/schema/submissions";
import { tasks } from "@/lib/db/schema/tasks";
import { saveTargetSet } from "@/lib/db/target-sets";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import type { SubmissionState } from "@/lib/tasks/submission";
import type { TaskType } from "@/lib/tasks/task-type";
import { unfinishedTasks } from "./unfinished-tasks";

const NOW = "2026-03-02T08:00:00.000Z";
type Made = {
  type?: TaskType;
  state?: SubmissionState;
  final?: boolean;
  gone?: boolean;
  space?: string;
  ids?: string[];
};

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("other unfinished tasks on $driver", ({ open }) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyDatabase(opened));

  async function make(title: string, given: Made = {}): Promise<string> {
    const { type = "firmwareUpgrade", state = "sent", final = false, gone = false, space = "space", ids } = given;
    const { database } = opened;
    const id = randomUUID();
    const setId = randomUUID();
    const [first, ...rest] = ids ?? [];
    if (first !== undefined)
      await saveTargetSet(database, { id: setId, draftId: id, source: "s", savedBy: "a", savedAt: NOW }, [
        first,
        ...rest,
      ]);
    const targets =
      ids === undefined
        ? ({ by: "groups", groupIds: ["a1"] } as const)
        : ({ by: "devices", targetSetId: setId } as const);
    const schedule = { startsAt: null, retry: null };
    const request = {
      name: title,
      targets,
      document: null,
      schedule,
      gatewayMode: false,
      needsConfirm: false,
      extInfo: null,
    };
    const own = { id, type, spaceId: space, createdAt: NOW };
    await database.insert(submissions).values({
      ...own,
      state,
      step: "review",
      content: {},
      revision: 1,
      createdBy: "a",
      savedAt: NOW,
      title,
      taskName: id,
      submittedBy: "a",
      submittedAt: NOW,
      request,
      ...(state === "held" && { holdUntil: NOW }),
    });
    await database.insert(tasks).values({
      ...own,
      ours: true,
      title,
      needsConfirm: false,
      packageIds: [],
      statusText: "",
      final,
      goneAt: gone ? NOW : null,
    });
    return id;
  }
  const found = (draftId: string, means: "conflicts" | "alsoReached" = "alsoReached") =>
    unfinishedTasks(opened.database, { spaceId: "space", draftId, means });

  test("are those of the space that are on their way, with the devices that they reach", async () => {
    const draft = await make("The draft's own");
    await make("By list", { ids: ["d1", "d2"], state: "sending" });
    await make("By group", { state: "uncertain" });
    await make("Over", { final: true });
    await make("Gone", { gone: true });
    await make("Refused", { state: "refused" });
    await make("Elsewhere", { space: "other" });
    const { tasks: busy, whole } = await found(draft);
    expect(whole).toBe(true);
    const told = await Promise.all(
      busy.map(async ({ title, groupIds, deviceIds }) => ({ title, groupIds, ids: await deviceIds() })),
    );
    expect(told.toSorted((a, b) => a.title.localeCompare(b.title))).toEqual([
      { title: "By group", groupIds: ["a1"], ids: [] },
      { title: "By list", groupIds: [], ids: ["d1", "d2"] },
    ]);
  });

  test("are upgrades only, where an upgrade asks", async () => {
    await make("Upgrade");
    await make("Deletion", { type: "deleteDevices" });
    expect((await found(randomUUID(), "conflicts")).tasks.map(({ title }) => title)).toEqual(["Upgrade"]);
    expect((await found(randomUUID())).tasks).toHaveLength(2);
  });

  test("are all known up to 50, and of more it says that there are more", async () => {
    for (let index = 0; index < 50; index += 1) await make(`Task ${index}`);
    expect(await found(randomUUID())).toMatchObject({ whole: true });
    await make("One more");
    const past = await found(randomUUID());
    expect(past.whole).toBe(false);
    expect(past.tasks).toHaveLength(50);
  });
});
