import { fail, type Issue, ok, type Result } from "@/lib/failure";
import type { Json } from "@/lib/json";
import { type CreatableType, taskTypes } from "@/lib/task-types/registry";
import type { CommonInput } from "@/lib/task-types/shared/common-input";
import { startProblem } from "@/lib/tasks/keeping";
import type { Schedule } from "@/lib/tasks/schedule";
import type { TaskRequest } from "@/lib/tasks/task";
import { toInstant } from "@/lib/tasks/zoned-time";
import { issuesOf } from "../issues";

/** A draft's content turned into what will be sent, but for the name, and with the devices still named by their list. */
export type Prepared = {
  title: string;
  targets: CommonInput["targets"];
  request: Pick<TaskRequest, "document" | "schedule" | "gatewayMode" | "needsConfirm" | "extInfo">;
};

/** Reads a draft with its type's own schema and checks its start against the clock (epoch ms). Issues are on field paths. */
export function prepare<T extends CreatableType>(type: T, content: Json, now: number): Result<Prepared> {
  const definition = taskTypes[type];
  const parsed = definition.input.safeParse(content);
  if (!parsed.success) return fail({ kind: "invalid", issues: issuesOf(parsed.error) });
  const input = parsed.data;
  const schedule = scheduleOf(input.schedule, now);
  if (!schedule.ok) return schedule;
  return ok({
    title: input.title.trim(),
    targets: input.targets,
    request: { ...definition.options(input), document: definition.document(input), schedule: schedule.value },
  });
}

const startIssue = (message: string): Issue => ({ path: "schedule.date", message });

function scheduleOf({ start, date, time, zone, retry }: CommonInput["schedule"], now: number): Result<Schedule> {
  const again = retry.on ? { count: retry.count, everyMinutes: retry.everyMinutes } : null;
  if (start === "now") return ok({ startsAt: null, retry: again });
  const read = toInstant({ date, time, zone });
  if (read === null) return fail({ kind: "invalid", issues: [startIssue("start-missing")] });
  const problem = startProblem(read.instant, now);
  if (problem !== null) return fail({ kind: "invalid", issues: [startIssue(problem)] });
  return ok({ startsAt: read.instant, retry: again });
}

/** The package that a document asks to install. */
export const packageIn = (document: Json | null): string | null =>
  typeof document === "object" &&
  document !== null &&
  "package_id" in document &&
  typeof document.package_id === "string"
    ? document.package_id
    : null;
