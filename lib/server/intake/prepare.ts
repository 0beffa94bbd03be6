import { fail, ok, type Result } from "@/lib/failure";
import { isList, isObject, type Json } from "@/lib/json";
import { type CreatableType, taskTypes } from "@/lib/task-types/registry";
import type { CommonInput } from "@/lib/task-types/shared/common-input";
import { keeperOf, startProblem } from "@/lib/tasks/keeping";
import type { TaskRequest } from "@/lib/tasks/task";
import { toInstant } from "@/lib/tasks/zoned-time";
import { issuesOf } from "../issues";

/** A draft's content turned into what will be sent, but for the name, and with the devices still named by their list. */
export type Prepared = {
  title: string;
  targets: CommonInput["targets"];
  /** The hour (ISO) until which we keep it, so that the request says nothing of a start; null when we do not. */
  holdUntil: string | null;
  request: Pick<TaskRequest, "document" | "schedule" | "gatewayMode" | "needsConfirm" | "extInfo">;
};

/** Reads a draft with its type's own schema and checks its start against the clock (epoch ms). Issues are on field paths. */
export function prepare<T extends CreatableType>(type: T, content: Json, now: number): Result<Prepared> {
  const definition = taskTypes[type];
  const parsed = definition.input.safeParse(content);
  if (!parsed.success) return fail({ kind: "invalid", issues: issuesOf(parsed.error) });
  const input = parsed.data;
  const start = startOf(input.schedule, now);
  if (!start.ok) return start;
  const at = start.value;
  const held = at !== null && keeperOf(definition, input.schedule.keeper, at, now) === "console";
  const { on, count, everyMinutes } = input.schedule.retry;
  // Only what can be tried again is told how. IoTDA reference: RetryBatchTask.
  const retry = definition.retryable && on ? { count, everyMinutes } : null;
  const schedule = { startsAt: held ? null : at, retry };
  return ok({
    title: input.title.trim(),
    targets: input.targets,
    holdUntil: held ? at : null,
    request: { ...definition.options(input), document: definition.document(input), schedule },
  });
}

const badStart = (message: string) => fail({ kind: "invalid", issues: [{ path: "schedule.date", message }] });

/** The instant (ISO) of a start; null for at once. */
function startOf({ start, date, time, zone }: CommonInput["schedule"], now: number): Result<string | null> {
  if (start === "now") return ok(null);
  const read = toInstant({ date, time, zone });
  if (read === null) return badStart("start-missing");
  const problem = startProblem(read.instant, now);
  return problem === null ? ok(read.instant) : badStart(problem);
}

/** The packages that a document asks to install, in its order. IoTDA reference: CreateBatchTask `package_id`, `package_ids`. */
export function packagesIn(document: Json | null): readonly string[] {
  if (document === null || !isObject(document)) return [];
  const { package_id: one, package_ids: several } = document;
  if (typeof one === "string") return [one];
  return several !== undefined && isList(several) ? several.filter((id) => typeof id === "string") : [];
}
