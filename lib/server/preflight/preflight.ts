import "server-only";
import type { Operator } from "@/lib/access/permissions";
import { findRowSet } from "@/lib/db/row-sets";
import { findTargetSet, readDeviceIds } from "@/lib/db/target-sets";
import { FailureError, fail, ok } from "@/lib/failure";
import { once } from "@/lib/once";
import { formatRowSheet } from "@/lib/target-files/row-sheet";
import { isCreatable, taskTypes } from "@/lib/task-types/registry";
import type { FindingKind, FoundList, LeftOut, PreflightView } from "@/lib/tasks/preflight";
import { putRows, putTargets } from "../drafts";
import { groupsOf, packagesOf } from "../fleet";
import { requireDraft, stale } from "../intake/drafting";
import { runtime } from "../runtime";
import { createCaller, createPace } from "./caller";
import { createJobs, type Job } from "./jobs";
import { look } from "./look";
import { openRows, targetsIn, withoutRows } from "./open-rows";
import { MAX_CALLS } from "./plan";
import { blankSlate, type Ports } from "./ports";
import { keyOf, type Subject, subjectOf } from "./subject";
import { unfinishedTasks } from "./unfinished-tasks";
import { idsFound, listOf, nothing, viewOf } from "./view";

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
 * Stores a new list, or new rows, for the draft without what a finding names; members of groups become a fixed list by
 * that. The rest is not looked at again: what was found of it is still true.
 */
export async function leaveOut(
  { draftId, key, finds }: { draftId: string; key: string; finds: FindingKind },
  by: Operator,
): Promise<LeftOut> {
  const job = await held(draftId, key);
  if (viewOf(job).notRemovable !== null) throw stale();
  const gone = idsFound(job, finds);
  const left = await storeWithout(job, gone, by);
  const { targets } = job.slate;
  const subject: Subject = {
    ...job.subject,
    targets: left.by === "rows" ? { by: "rows", rowSetId: left.set.id } : { by: "devices", targetSetId: left.set.id },
  };
  const slate = { ...job.slate, targets: targets.filter(({ id }) => !gone.has(id)) };
  jobs().put({ ...job, key: keyOf(subject), subject, slate });
  return left;
}

async function storeWithout(job: Job, gone: ReadonlySet<string>, by: Operator): Promise<LeftOut> {
  const { draftId, subject, slate } = job;
  const of = { draftId, source: await sourceOf(job) };
  if (subject.targets?.by === "rows") {
    const { database, sealing } = await runtime();
    const sheet = await openRows(database, sealing, subject.targets.rowSetId);
    return { by: "rows", set: await putRows({ ...of, body: formatRowSheet(withoutRows(sheet, gone)) }, by) };
  }
  const left = slate.targets.flatMap(({ id }) => (gone.has(id) ? [] : [id]));
  return { by: "devices", set: await putTargets({ ...of, body: left.join("\n") }, by) };
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
  if (targets?.by === "rows") return (await findRowSet(database, targets.rowSetId))?.source ?? "";
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
    rows: async (rowSetId) => targetsIn(await openRows(database, sealing, rowSetId)),
    unfinished: (means) => unfinishedTasks(database, { spaceId, draftId, means }),
  };
}
