import "server-only";
import type { Operator } from "@/lib/access/permissions";
import { findTargetSet, readDeviceIds } from "@/lib/db/target-sets";
import { FailureError, fail, ok } from "@/lib/failure";
import { once } from "@/lib/once";
import { isCreatable, taskTypes } from "@/lib/task-types/registry";
import type { TargetSetView } from "@/lib/tasks/draft";
import type { FindingKind, FoundList, PreflightView } from "@/lib/tasks/preflight";
import { putTargets } from "../drafts";
import { groupsOf, packagesOf } from "../fleet";
import { requireDraft, stale } from "../intake/drafting";
import { runtime } from "../runtime";
import { createCaller, createPace } from "./caller";
import { createJobs, type Job } from "./jobs";
import { look } from "./look";
import { openRows } from "./open-rows";
import { MAX_CALLS } from "./plan";
import { blankSlate, type Ports } from "./ports";
import { keyOf, type Subject, subjectOf } from "./subject";
import { unfinishedTasks } from "./unfinished-tasks";
import { listOf, nothing, viewOf, withoutFound } from "./view";

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const pace = once("preflight-pace", () => createPace({ now: Date.now, sleep }));
const jobs = once("preflight-jobs", () => createJobs(Date.now, report));

function report(error: unknown): void {
  void runtime().then(({ logger }) => logger.error({ error: String(error) }, "a check before sending broke off"));
}

async function chosenIn(draftId: string): Promise<{ id: string; subject: Subject; key: string }> {
  const { database } = await runtime();
  const draft = await requireDraft(database, draftId);
  const subject = subjectOf(draft);
  return { id: draft.id, subject, key: keyOf(subject) };
}

/** How far the look at a draft's devices is; begins one where none is. Never waits for the platform. */
export async function preflightOf(draftId: string): Promise<PreflightView> {
  const { id, subject, key } = await chosenIn(draftId);
  if (subject.targets === null) return nothing(key);
  return viewOf(jobs().find(id, key) ?? (await begin(id, subject, key)));
}

/** Looks anew. */
export async function lookAgain(draftId: string): Promise<PreflightView> {
  const { id, subject, key } = await chosenIn(draftId);
  return subject.targets === null ? nothing(key) : viewOf(await begin(id, subject, key));
}

/** Ends a look where it is; what it has found so far stays. */
export async function skipLook(draftId: string): Promise<PreflightView> {
  const { id, key } = await chosenIn(draftId);
  const job = jobs().find(id, key);
  if (job !== null) jobs().skip(job);
  return job === null ? nothing(key) : viewOf(job);
}

/** The devices behind a finding. */
export const foundIn = async (draftId: string, key: string, finds: FindingKind): Promise<FoundList> =>
  listOf(await held(draftId, key), finds);

/**
 * Stores a new list for the draft without what a finding names; members of groups become a fixed list by that. The new
 * list is not looked at again: what was found of its devices is still true.
 */
export async function leaveOut(
  { draftId, key, finds }: { draftId: string; key: string; finds: FindingKind },
  by: Operator,
): Promise<TargetSetView> {
  const job = await held(draftId, key);
  const view = viewOf(job);
  if (view.notRemovable !== null) throw stale();
  const left = withoutFound(job, finds);
  const set = await putTargets({ draftId, source: await sourceOf(job), body: left.join("\n") }, by);
  const subject: Subject = { ...job.subject, targets: { by: "devices", targetSetId: set.id } };
  const kept = new Set(left);
  const slate = { ...job.slate, targets: job.slate.targets.filter(({ id }) => kept.has(id)) };
  jobs().put({ ...job, key: keyOf(subject), subject, slate });
  return set;
}

/** What was found of exactly the choice that the person saw. */
async function held(draftId: string, key: string): Promise<Job> {
  const { id, key: now } = await chosenIn(draftId);
  const job = jobs().find(id, key);
  if (job === null || now !== key) throw stale();
  return job;
}

async function sourceOf({ subject: { spaceId, targets } }: Job): Promise<string> {
  const { database } = await runtime();
  if (targets?.by === "devices") return (await findTargetSet(database, targets.targetSetId))?.source ?? "";
  const groupIds = targets?.by === "groups" ? targets.groupIds : [];
  const groups = await groupsOf(spaceId);
  return groups.flatMap(({ id, name }) => (groupIds.includes(id) ? [name] : [])).join(", ");
}

async function begin(draftId: string, subject: Subject, key: string): Promise<Job> {
  const ports = await portsFor(draftId, subject);
  const caller = createCaller(pace(), MAX_CALLS);
  const slate = blankSlate();
  return jobs().start({ draftId, key, subject, slate, caller }, () => look(subject, ports, caller, slate));
}

async function portsFor(draftId: string, { spaceId, type }: Subject): Promise<Ports> {
  const { database, iotda, sealing } = await runtime();
  const packageType = isCreatable(type) ? taskTypes[type].packageType : null;
  return {
    iotda,
    async packages() {
      if (packageType === null) return ok([]);
      return packagesOf(spaceId, packageType).then(ok, (error: unknown) => {
        if (error instanceof FailureError) return fail(error.failure);
        throw error;
      });
    },
    async deviceIds(targetSetId) {
      const set = await findTargetSet(database, targetSetId);
      const ids = set === null ? null : await readDeviceIds(database, set.id);
      if (ids === null) throw new FailureError({ kind: "missing", what: "device-list" });
      return ids;
    },
    rows: (rowSetId) => openRows(database, sealing, rowSetId),
    unfinished: (means) => unfinishedTasks(database, { spaceId, draftId, means }),
  };
}
