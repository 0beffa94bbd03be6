import "server-only";
import type { Operator } from "@/lib/access/permissions";
import { once } from "@/lib/once";
import type { FindingKind } from "@/lib/tasks/preflight";
import { groupsOf, packagesOf } from "../fleet";
import { runtime } from "../runtime";
import { serverDeps } from "../server-deps";
import { createPace } from "./caller";
import * as desk from "./desk";
import { createJobs } from "./jobs";

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const pace = once("preflight-pace", () => createPace({ now: Date.now, sleep }));
const jobs = once("preflight-jobs", () => createJobs(Date.now, report));

function report(error: unknown): void {
  void runtime().then(({ logger }) => logger.error({ error: String(error) }, "a check before sending broke off"));
}

async function deps(): Promise<desk.PreflightDeps> {
  const { iotda } = await runtime();
  return { ...(await serverDeps()), iotda, jobs: jobs(), pace: pace(), packagesOf, groupsOf };
}

export const preflightOf = async (draftId: string) => desk.preflightOf(await deps(), draftId);
export const lookAgain = async (draftId: string) => desk.lookAgain(await deps(), draftId);
export const skipLook = async (draftId: string) => desk.skipLook(await deps(), draftId);

/** What is asked of one finding of what the person saw. */
type OfFinding = { draftId: string; key: string; finds: FindingKind };

export const foundIn = async (of: OfFinding) => desk.foundIn(await deps(), of);
export const leaveOut = async (of: OfFinding, by: Operator) => desk.leaveOut(await deps(), of, by);
