import * as z from "zod/mini";
import type { Issue } from "@/lib/failure";
import { type CreatableType, taskTypes } from "@/lib/task-types/registry";
import { STEPS, type Step } from "@/lib/tasks/draft";
import { startProblem } from "@/lib/tasks/keeping";
import { toInstant } from "@/lib/tasks/zoned-time";
import type { WizardValues } from "./values";

// Our content security policy forbids the code that zod would otherwise compile.
z.config({ jitless: true });

/** What is wrong with a chosen start; the server checks the same again. Messages are keys of `failures`. */
function startIssues({ start, ...wall }: WizardValues["schedule"], now: number): Issue[] {
  if (start === "now") return [];
  const read = toInstant(wall);
  if (read === null) return [{ path: "schedule.date", message: "start-missing" }];
  const problem = startProblem(read.instant, now);
  return problem === null ? [] : [{ path: "schedule.date", message: problem }];
}

/** Everything that keeps these values from being submitted at `now` (ms). */
export function issuesOf(type: CreatableType, values: WizardValues, now: number): readonly Issue[] {
  const parsed = taskTypes[type].input.safeParse(values);
  const issues = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
  return [...issues, ...startIssues(values.schedule, now)];
}

/** The step whose answer an issue is about. */
export function stepOf({ path }: Issue): Step {
  if (path.startsWith("targets")) return "who";
  return path.startsWith("schedule") ? "when" : "what";
}

/** The first step that is not answered yet; `review` when all are. */
export const firstOpenStep = (issues: readonly Issue[]): Step =>
  STEPS.find((step) => issues.some((issue) => stepOf(issue) === step)) ?? "review";
