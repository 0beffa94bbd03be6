import type { Operator } from "@/lib/access/permissions";
import { findRowSet } from "@/lib/db/row-sets";
import { findTargetSet, readDeviceIds } from "@/lib/db/target-sets";
import { FailureError, fail, ok } from "@/lib/failure";
import type { DeviceGroup, Package, PackageType } from "@/lib/fleet/fleet";
import { formatRowSheet } from "@/lib/target-files/row-sheet";
import { isCreatable, taskTypes } from "@/lib/task-types/registry";
import type { FindingKind, FoundList, LeftOut, PreflightView } from "@/lib/tasks/preflight";
import type { ServerDeps } from "../intake/deps";
import { requireDraft, stale } from "../intake/drafting";
import { putRows } from "../intake/rows";
import { putTargets } from "../intake/targets";
import { createCaller, type Pace } from "./caller";
import type { Job, Jobs } from "./jobs";
import { look } from "./look";
import { openRows, targetsIn, withoutRows } from "./open-rows";
import { MAX_CALLS } from "./plan";
import { blankSlate, type Ports } from "./ports";
import { keyOf, type Subject, subjectOf } from "./subject";
import { unfinishedTasks } from "./unfinished-tasks";
import { idsFound, listOf, nothing, viewOf } from "./view";

/** What the verbs stand on; lists of packages and groups come from wherever they are kept. */
export type PreflightDeps = ServerDeps & {
  iotda: Ports["iotda"];
  jobs: Jobs;
  pace: Pace;
  packagesOf: (spaceId: string, type: PackageType) => Promise<readonly Package[]>;
  groupsOf: (spaceId: string) => Promise<readonly DeviceGroup[]>;
};

async function chosenIn(
  { database }: PreflightDeps,
  draftId: string,
): Promise<{ id: string; subject: Subject; key: string }> {
  const draft = await requireDraft(database, draftId);
  const subject = subjectOf(draft);
  return { id: draft.id, subject, key: keyOf(subject) };
}

/** How far the look at a draft's devices is; begins one where none is. Never waits for the platform. */
export async function preflightOf(deps: PreflightDeps, draftId: string): Promise<PreflightView> {
  const { id, subject, key } = await chosenIn(deps, draftId);
  if (subject.targets === null) return nothing(key);
  return viewOf(deps.jobs.find(id, key) ?? begin(deps, id, subject, key));
}

/** Looks anew. */
export async function lookAgain(deps: PreflightDeps, draftId: string): Promise<PreflightView> {
  const { id, subject, key } = await chosenIn(deps, draftId);
  return subject.targets === null ? nothing(key) : viewOf(begin(deps, id, subject, key));
}

/** Ends a look where it is; what it has found so far stays. */
export async function skipLook(deps: PreflightDeps, draftId: string): Promise<PreflightView> {
  const { id, key } = await chosenIn(deps, draftId);
  const job = deps.jobs.find(id, key);
  if (job !== null) deps.jobs.skip(job);
  return job === null ? nothing(key) : viewOf(job);
}

/** The devices behind a finding. */
export const foundIn = async (
  deps: PreflightDeps,
  { draftId, key, finds }: { draftId: string; key: string; finds: FindingKind },
): Promise<FoundList> => listOf(await held(deps, draftId, key), finds);

/**
 * Stores a new list, or new rows, for the draft without what a finding names; members of groups become a fixed list by
 * that. The rest is not looked at again: what was found of it is still true.
 */
export async function leaveOut(
  deps: PreflightDeps,
  { draftId, key, finds }: { draftId: string; key: string; finds: FindingKind },
  by: Operator,
): Promise<LeftOut> {
  const job = await held(deps, draftId, key);
  if (viewOf(job).notRemovable !== null) throw stale();
  const gone = idsFound(job, finds);
  const left = await storeWithout(deps, job, gone, by);
  const { targets } = job.slate;
  const subject: Subject = {
    ...job.subject,
    targets: left.by === "rows" ? { by: "rows", rowSetId: left.set.id } : { by: "devices", targetSetId: left.set.id },
  };
  const slate = { ...job.slate, targets: targets.filter(({ id }) => !gone.has(id)) };
  deps.jobs.put({ ...job, key: keyOf(subject), subject, slate });
  return left;
}

async function storeWithout(deps: PreflightDeps, job: Job, gone: ReadonlySet<string>, by: Operator): Promise<LeftOut> {
  const { draftId, subject, slate } = job;
  const of = { draftId, source: await sourceOf(deps, job) };
  if (subject.targets?.by === "rows") {
    const sheet = await openRows(deps, { draftId, rowSetId: subject.targets.rowSetId });
    return { by: "rows", set: await putRows(deps, { ...of, body: formatRowSheet(withoutRows(sheet, gone)) }, by) };
  }
  const left = slate.targets.flatMap(({ id }) => (gone.has(id) ? [] : [id]));
  return { by: "devices", set: await putTargets(deps, { ...of, body: left.join("\n") }, by) };
}

/** What was found of exactly the choice that the person saw. */
async function held(deps: PreflightDeps, draftId: string, key: string): Promise<Job> {
  const { id, key: now } = await chosenIn(deps, draftId);
  const job = deps.jobs.find(id, key);
  if (job === null || now !== key) throw stale();
  return job;
}

async function sourceOf(
  { database, groupsOf }: PreflightDeps,
  { subject: { spaceId, targets } }: Job,
): Promise<string> {
  if (targets?.by === "devices") return (await findTargetSet(database, targets.targetSetId))?.source ?? "";
  if (targets?.by === "rows") return (await findRowSet(database, targets.rowSetId))?.source ?? "";
  const groupIds = targets?.by === "groups" ? targets.groupIds : [];
  const groups = await groupsOf(spaceId);
  return groups.flatMap(({ id, name }) => (groupIds.includes(id) ? [name] : [])).join(", ");
}

function begin(deps: PreflightDeps, draftId: string, subject: Subject, key: string): Job {
  const ports = portsFor(deps, draftId, subject);
  const caller = createCaller(deps.pace, MAX_CALLS);
  const slate = blankSlate();
  return deps.jobs.start({ draftId, key, subject, slate, caller }, () => look(subject, ports, caller, slate));
}

/** What a draft names belongs to it: another one's list or rows are none. */
function portsFor(deps: PreflightDeps, draftId: string, { spaceId, type }: Subject): Ports {
  const { database, iotda, packagesOf } = deps;
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
      const ids = set?.draftId === draftId ? await readDeviceIds(database, set.id) : null;
      if (ids === null) throw new FailureError({ kind: "missing", what: "device-list" });
      return ids;
    },
    rows: async (rowSetId) => targetsIn(await openRows(deps, { draftId, rowSetId })),
    unfinished: (means) => unfinishedTasks(database, { spaceId, draftId, means }),
  };
}
