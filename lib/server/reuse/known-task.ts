import type { Database } from "@/lib/db/database";
import { findSubmission, type Submission } from "@/lib/db/submissions";
import { readDeviceIds } from "@/lib/db/target-sets";
import type { TaskRecord } from "@/lib/db/task-rows";
import { findTask } from "@/lib/db/tasks";
import { FailureError } from "@/lib/failure";
import { type CreatableType, isCreatable, taskTypes } from "@/lib/task-types/registry";
import type { OriginNote } from "@/lib/tasks/origin";
import { taskId } from "../ids";
import { type Fields, fieldsIn, merged, restarted } from "./content";

/** A task's content as a draft can take it over. `deviceIds` is its own frozen list; null when it had none. */
export type Known = { content: Fields; deviceIds: readonly string[] | null; notes: readonly OriginNote[] };

/** Throws `missing`. */
export async function requireTask(database: Database, id: string): Promise<TaskRecord> {
  const task = await findTask(database, taskId(id));
  if (task === null) throw new FailureError({ kind: "missing", what: "task" });
  return task;
}

/** Throws `invalid` for a task of a type that the console does not make. */
export function requireCreatable({ type }: TaskRecord): CreatableType {
  if (isCreatable(type)) return type;
  throw new FailureError({ kind: "invalid", issues: [{ path: "type", message: "type-not-offered" }] });
}

/** What is known of a task of ours from its submission, and of others from what the platform echoes. */
export async function knownOf(database: Database, task: TaskRecord, type: CreatableType): Promise<Known> {
  const submission = task.ours ? await findSubmission(database, task.id) : null;
  return submission === null ? echoed(task, type) : submitted(database, submission, type);
}

async function submitted(
  database: Database,
  { content: held, request }: Submission,
  type: CreatableType,
): Promise<Known> {
  const { content, dropped } = restarted(type, merged(type, fieldsIn(held)));
  const notes: OriginNote[] = dropped ? ["start-dropped"] : [];
  const targets = request?.targets;
  switch (targets?.by) {
    case "devices": {
      const deviceIds = await readDeviceIds(database, targets.targetSetId);
      if (deviceIds === null) notes.push("devices-not-told");
      return { content: { ...content, targets: blankTargets(type) }, deviceIds, notes };
    }
    case "rows":
      // Erased once the task was over, and never taken over: they can hold secrets.
      return {
        content: { ...content, targets: blankTargets(type) },
        deviceIds: null,
        notes: [...notes, "rows-erased"],
      };
    default:
      return { content, deviceIds: null, notes };
  }
}

/** IoTDA reference: ListBatchTasks: package and groups are echoed; documents of commands, devices and files are not. */
function echoed(task: TaskRecord, type: CreatableType): Known {
  const { packageType, retryable } = taskTypes[type];
  const notes: OriginNote[] = ["made-elsewhere"];
  const own = fieldsIn(taskTypes[type].blank);
  const [packageId] = task.packageIds;
  const groups = task.targetSummary?.by === "groups" ? task.targetSummary.names : [];
  const schedule = fieldsIn(own.schedule);
  const retry = task.retry === null ? { on: false, count: 1, everyMinutes: 5 } : { on: true, ...task.retry };
  if (groups.length === 0) notes.push("devices-not-told");
  if (packageType === null ? hasOwnFields(own) : packageId === undefined) notes.push("what-not-told");
  const content = merged(type, {
    title: task.title.slice(0, 100),
    ...(packageType !== null && packageId !== undefined && { packageId }),
    needsConfirm: task.needsConfirm,
    ...(groups.length > 0 && { targets: { by: "groups", groupIds: groups } }),
    ...(retryable && { schedule: { ...schedule, retry } }),
  });
  return { content, deviceIds: null, notes };
}

const COMMON = ["title", "targets", "schedule"];
const hasOwnFields = (blank: Fields): boolean => Object.keys(blank).some((key) => !COMMON.includes(key));

const blankTargets = (type: CreatableType) => fieldsIn(taskTypes[type].blank).targets;
