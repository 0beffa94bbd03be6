import { randomUUID } from "node:crypto";
import { createBell, type JobName } from "@/lib/bell";
import type { Database } from "@/lib/db/database";
import { type FixedRequest, submissions } from "@/lib/db/schema/submissions";
import { tasks } from "@/lib/db/schema/tasks";
import { createSealing } from "@/lib/db/sealing";
import { Secret } from "@/lib/secret";
import type { TaskType } from "@/lib/tasks/task-type";
import type { WorkerDeps } from "./deps";
import { createFakePlatform, type FakePlatform } from "./fake-platform";

const sealing = createSealing(() => new Secret("5a".repeat(32)));
const START = Date.parse("2026-03-02T08:00:00.000Z");

/** A clock that tests move, a platform in memory, and as many workers over them as a test wants. */
export function createScene(database: Database) {
  let at = START;
  const now = () => at;
  const platform = createFakePlatform(now);
  const rung: JobName[] = [];
  const logged: string[] = [];
  const log = (...entry: unknown[]) => void logged.push(JSON.stringify(entry));
  const worker = (holder = "worker"): WorkerDeps => {
    const bell = createBell();
    for (const job of ["send", "settle", "act", "monitor", "tidy"] as const)
      bell.onRing((name) => {
        if (name === job) rung.push(name);
      });
    const logger = { info: log, warn: log, error: log };
    const iotda = platform.iotda;
    const template = () => Promise.resolve(null);
    return { database, iotda, logger, bell, sealing, template, now, random: () => 0, newId: randomUUID, holder };
  };
  return {
    platform,
    rung,
    logged,
    sealing,
    worker,
    now,
    iso: () => new Date(at).toISOString(),
    pass: (ms: number) => {
      at += ms;
    },
  };
}

/** A submission that was just submitted, with its task's row, as `submitDraft` leaves them. */
export async function putSubmission(
  database: Database,
  { iso }: { iso(): string },
  given: { id?: string; startsAt?: string | null; targets?: FixedRequest["targets"]; type?: TaskType } = {},
): Promise<string> {
  const id = given.id ?? randomUUID();
  const name = `night_rollout_${id.slice(0, 8)}`;
  const schedule = { startsAt: given.startsAt ?? null, retry: null };
  const type = given.type ?? "firmwareUpgrade";
  const targets = given.targets ?? { by: "groups", groupIds: ["a1"] };
  await database.insert(submissions).values({
    id,
    type,
    spaceId: "space",
    state: "sending",
    step: "review",
    content: {},
    revision: 1,
    createdBy: "ann@example.test",
    createdAt: iso(),
    savedAt: iso(),
    title: "Night rollout",
    taskName: name,
    rowSetId: targets.by === "rows" ? targets.rowSetId : null,
    request: {
      name,
      targets,
      document: { package_id: "p" },
      schedule,
      gatewayMode: false,
      needsConfirm: false,
      extInfo: null,
    },
    submittedBy: "ann@example.test",
    submittedAt: iso(),
  });
  await database.insert(tasks).values({
    id,
    ours: true,
    spaceId: "space",
    type,
    title: "Night rollout",
    platformName: name,
    owner: "ann@example.test",
    createdAt: iso(),
    startsAt: schedule.startsAt,
    needsConfirm: false,
    packageIds: [],
    statusText: "",
    final: false,
  });
  return id;
}

/** A task that runs on the platform, as its submission left it. */
export async function putTask(database: Database, scene: { platform: FakePlatform; iso(): string }): Promise<string> {
  const id = await putSubmission(database, scene);
  const task = scene.platform.create({ name: `night_rollout_${id.slice(0, 8)}`, type: "firmwareUpgrade" });
  await database.update(tasks).set({ platformId: task.id, status: "Processing" });
  await database.update(submissions).set({ state: "sent", settledAt: scene.iso() });
  return id;
}
