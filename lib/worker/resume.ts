import { ok, type Result } from "@/lib/failure";
import type { Iotda } from "@/lib/iotda/iotda";
import type { ActionVerb } from "@/lib/tasks/action";
import { isFinal } from "@/lib/tasks/status";
import { isNonEmpty, type Scope } from "@/lib/tasks/targets";
import type { SubTask, TargetOutcome } from "@/lib/tasks/task";

/**
 * What looking tells about a call whose answer nobody saw. `again`: what is left to be sent, and may be sent safely.
 * `outcomes`: devices that show the effect already.
 */
export type Resumption =
  | { kind: "unknown" }
  | { kind: "known"; outcomes: readonly TargetOutcome[]; again: Scope | null };

/**
 * Looks before anything is repeated.
 * - stop: a device that still waits, works or will retry was not stopped, and stopping it now is what was asked; one
 *   that has ended needs no stop. Repeating a stop never sets anything going.
 * - confirm: a device that still waits was not confirmed; a second confirm of a device that goes on changes nothing,
 *   and it is not sent.
 * - delete: a task that is still there was not deleted; ids are never used again.
 * - retry: a device that fails may have been retried and failed once more, which looks the same as never retried.
 *   Retrying it again could install something twice, so it stays unknown and a person is told.
 */
export async function resume(
  iotda: Pick<Iotda, "showTask">,
  { taskId, verb, scope }: { taskId: string; verb: ActionVerb; scope: Scope },
): Promise<Result<Resumption>> {
  if (verb === "retry") return ok({ kind: "unknown" });
  if (verb === "delete") return resumeDelete(iotda, taskId);
  return scope.of === "all" ? resumeAll(iotda, taskId, verb) : resumeDevices(iotda, taskId, verb, scope);
}

const known = (again: Scope | null, outcomes: readonly TargetOutcome[] = []): Result<Resumption> =>
  ok({ kind: "known", outcomes, again });

async function resumeDelete(iotda: Pick<Iotda, "showTask">, taskId: string): Promise<Result<Resumption>> {
  const shown = await iotda.showTask({ taskId, limit: 1 });
  if (shown.ok) return known({ of: "all" });
  return shown.failure.kind === "missing" ? known(null) : shown;
}

async function resumeAll(
  iotda: Pick<Iotda, "showTask">,
  taskId: string,
  verb: "stop" | "confirm",
): Promise<Result<Resumption>> {
  const shown = await iotda.showTask({ taskId, limit: 1, ...(verb === "confirm" && { subTaskStatus: "Waitting" }) });
  if (!shown.ok) return shown;
  const { task, subTasks } = shown.value;
  const over = isFinal(task.status) || task.status.known === "Stopping";
  const left = verb === "stop" ? !over : !over && subTasks.items.length > 0;
  return known(left ? { of: "all" } : null);
}

async function resumeDevices(
  iotda: Pick<Iotda, "showTask">,
  taskId: string,
  verb: "stop" | "confirm",
  { deviceIds }: Extract<Scope, { of: "devices" }>,
): Promise<Result<Resumption>> {
  const outcomes: TargetOutcome[] = [];
  const again: string[] = [];
  for (const deviceId of deviceIds) {
    const shown = await iotda.showTask({ taskId, deviceId, limit: 1 });
    if (!shown.ok) return shown;
    const subTask = shown.value.subTasks.items.find(({ target }) => target === deviceId);
    if (subTask !== undefined && hasEffect(verb, subTask))
      outcomes.push({ deviceId, done: true, code: null, message: null });
    else again.push(deviceId);
  }
  return known(isNonEmpty(again) ? { of: "devices", deviceIds: again } : null, outcomes);
}

/** A status word that we do not know shows no effect: the call is repeated and the platform answers for the device. */
function hasEffect(verb: "stop" | "confirm", { status }: SubTask): boolean {
  if (status.known === null || status.known === "Waitting") return false;
  return verb === "confirm" || (status.known !== "Processing" && status.known !== "FailWaitRetry");
}
