import type { Operator } from "@/lib/access/permissions";
import type { TaskRecord } from "@/lib/db/task-rows";
import { FailureError } from "@/lib/failure";
import { type CreatableType, isCreatable, taskTypes } from "@/lib/task-types/registry";
import { undoType } from "@/lib/task-types/reusing";
import type { Step } from "@/lib/tasks/draft";
import type { OriginNote } from "@/lib/tasks/origin";
import { type Fields, fieldsIn, unfilled } from "./content";
import type { ReuseDeps } from "./deps";
import { devicesOf } from "./devices-of";
import { knownOf, requireTask } from "./known-task";
import { type PreparedDraft, prepareDraft } from "./prepare-draft";

type Answer = { step: Step; content: Fields; notes: readonly OriginNote[]; versions: readonly string[] };

/**
 * A draft that takes a task back on the devices where it succeeded. What can not be known, the version from before or
 * the values from before, is left open and said. Throws `invalid` where there is no undo.
 */
export async function undoTask(
  deps: ReuseDeps,
  { taskId: id }: { taskId: string },
  by: Operator,
): Promise<PreparedDraft> {
  const task = await requireTask(deps.database, id);
  const type = undoType(task.type);
  if (type === null || !isCreatable(type) || !isCreatable(task.type))
    throw new FailureError({ kind: "invalid", issues: [{ path: "type", message: "no-undo" }] });
  const { step, content, notes, versions } = await answerOf(deps, task, task.type, type);
  const deviceIds = await devicesOf(deps.iotda, task, "Success");
  const devices = { count: deviceIds.length, which: "Success" as const };
  const origin = { from: "undo", id: task.id, title: task.title, devices, notes, versions } as const;
  return prepareDraft(deps, { type, spaceId: task.spaceId, step, content, deviceIds, origin }, by);
}

async function answerOf(deps: ReuseDeps, task: TaskRecord, done: CreatableType, type: CreatableType): Promise<Answer> {
  const { undo } = taskTypes[done];
  const blank = fieldsIn(taskTypes[type].blank);
  if (undo?.by === "previous-package") return previousPackage(deps, task, type);
  if (undo?.by === "inverse") {
    const { content } = await knownOf(deps.database, task, type);
    return { step: "what", content: inverse(content), notes: ["fill-inverse"], versions: [] };
  }
  // Its devices are what is to be looked at; the wizard keeps the title that it begins with once a person goes on.
  return { step: "who", content: blank, notes: [], versions: [] };
}

/** The title spoke of what was done; the rest of the form stays open on the same product. */
const inverse = (content: Fields): Fields => ({ ...fieldsIn(unfilled(content)), title: "" });

/** What ran before is told by nobody; only what the package may be installed over is. IoTDA reference: CreateOtaPackage. */
async function previousPackage(deps: ReuseDeps, task: TaskRecord, type: CreatableType): Promise<Answer> {
  const { content } = await knownOf(deps.database, task, type);
  const { packageType } = taskTypes[type];
  const known = packageType === null ? [] : await deps.packages(task.spaceId, packageType).catch(() => []);
  const versions = known.find(({ id }) => id === task.packageIds[0])?.sourceVersions ?? [];
  const notes: OriginNote[] = versions.length === 0 ? ["choose-previous", "versions-not-told"] : ["choose-previous"];
  return { step: "what", content: { ...content, title: "", packageId: "" }, notes, versions };
}
