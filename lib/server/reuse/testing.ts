import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Operator } from "@/lib/access/permissions";
import type { OpenDatabase } from "@/lib/db/database";
import { submissions } from "@/lib/db/schema/submissions";
import { tasks } from "@/lib/db/schema/tasks";
import { readDeviceIds } from "@/lib/db/target-sets";
import { adopted } from "@/lib/db/task-rows";
import { type Failure, fail, ok } from "@/lib/failure";
import type { Package } from "@/lib/fleet/fleet";
import type { Json } from "@/lib/json";
import { type CreatableType, taskTypes } from "@/lib/task-types/registry";
import type { DraftView } from "@/lib/tasks/draft";
import { NO_PROGRESS } from "@/lib/tasks/progress";
import type { SubTaskStatus } from "@/lib/tasks/status";
import type { PlatformTask, SubTask } from "@/lib/tasks/task";
import { createDraft, getDraft, saveDraft } from "../intake/drafting";
import { submitDraft } from "../intake/submit";
import { putTargets } from "../intake/targets";
import { testDeps } from "../intake/testing";
import { fieldsIn } from "./content";
import type { ReuseDeps } from "./deps";

const NOW = Date.parse("2026-03-02T08:00:00.000Z");
const ANN: Operator = { id: "1", email: "ann@example.test", name: "Ann", role: "operator" };
export const BOB: Operator = { id: "2", email: "bob@example.test", name: "Bob", role: "operator" };
export const PLATFORM_ID = "5c8ba99030344005c02316ad";
const labels = { package: () => Promise.resolve(null), groups: () => Promise.reject(new Error("away")) };

const pump: Package = {
  id: "p24",
  type: "firmwarePackage",
  productId: "pump",
  productName: "Pump",
  version: "2.4",
  sourceVersions: ["2.2", "2.3"],
  description: "",
  createdAt: null,
};

type Content = { readonly [key: string]: Json | undefined };

export const schedule = {
  start: "now",
  keeper: "platform",
  date: "",
  time: "",
  zone: "UTC",
  retry: { on: true, count: 4, everyMinutes: 9 },
};
export const upgrade = (more: Content = {}): Content => ({
  title: "Night rollout",
  targets: { by: "groups", groupIds: ["e495cf17"] },
  schedule,
  packageId: "p24",
  gatewayMode: true,
  needsConfirm: false,
  extInfo: "",
  ...more,
});
export const plain = (title: string): Content => ({
  ...fieldsIn(taskTypes.freezeDevices.blank),
  title,
  targets: { by: "groups", groupIds: ["e495"] },
});

export const subTask = (target: string, known: SubTaskStatus, output: string | null = null): SubTask => ({
  target,
  status: { known },
  output,
  code: null,
  message: null,
});

export const onPlatform = (more: Partial<PlatformTask> = {}): PlatformTask => ({
  id: PLATFORM_ID,
  name: "fw_2_4",
  type: "firmwareUpgrade",
  status: { known: "Success" },
  statusText: "",
  progress: NO_PROGRESS,
  startsAt: null,
  retry: null,
  needsConfirm: false,
  createdAt: null,
  groupIds: [],
  packageIds: [],
  ...more,
});

/** Tasks that were made before, on a database and a platform of their own. */
export function createWorld({ database }: OpenDatabase) {
  const platform: { devices: readonly SubTask[]; asked: unknown[]; trouble: Failure | null } = {
    devices: [],
    asked: [],
    trouble: null,
  };

  /** Pages of 50 by marker, as the platform gives them. */
  function page(of: Parameters<ReuseDeps["iotda"]["showTask"]>[0]) {
    platform.asked.push(of);
    const from = Number(of.marker ?? 0);
    const { subTaskStatus } = of;
    const all = platform.devices.filter(({ status }) => subTaskStatus === undefined || status.known === subTaskStatus);
    const items = all.slice(from, from + 50);
    const next = from + 50 < all.length ? String(from + 50) : null;
    return { task: onPlatform(), subTasks: { items, total: all.length, next } };
  }

  const deps: ReuseDeps = {
    ...testDeps(database, () => NOW),
    iotda: {
      showTask: (of) => Promise.resolve(platform.trouble === null ? ok(page(of)) : fail(platform.trouble)),
    },
    packages: () => Promise.resolve([pump]),
  };

  return {
    deps,
    platform,
    /** A task of ours that is on the platform; with device IDs it names them by a list. */
    async sent(type: CreatableType, content: Content, deviceIds: readonly string[] = []): Promise<string> {
      const { id } = await createDraft(deps, { type, spaceId: "north" }, ANN);
      const list = { draftId: id, source: "night.csv", body: deviceIds.join("\n") };
      const set = deviceIds.length === 0 ? null : await putTargets(deps, list, ANN);
      const byList = { targets: { by: "devices", targetSetId: set?.id }, otherTargets: { groupIds: ["aa"] } };
      const filled = set === null ? content : { ...content, ...byList };
      await saveDraft(deps, { id, revision: 0, step: "review", content: filled });
      await submitDraft(deps, labels, { id, revision: 1 }, ANN);
      await database.update(submissions).set({ state: "sent" }).where(eq(submissions.id, id));
      const known = { platformId: PLATFORM_ID, packageIds: ["p24"] };
      await database.update(tasks).set(known).where(eq(tasks.id, id));
      return id;
    },
    /** A task that somebody made outside of the console. */
    async elsewhere(more: Partial<PlatformTask>): Promise<string> {
      const id = randomUUID();
      await database.insert(tasks).values(adopted(id, "north", onPlatform(more), new Date(NOW).toISOString()));
      return id;
    },
    draftOf: ({ draftId }: { draftId: string }): Promise<DraftView> => getDraft(deps, draftId),
    idsOf: async ({ targetSet }: DraftView) => (targetSet === null ? null : readDeviceIds(database, targetSet.id)),
  };
}
