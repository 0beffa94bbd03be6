import type { Transaction } from "@/lib/db/database";
import { findRowSet } from "@/lib/db/row-sets";
import type { FixedRequest } from "@/lib/db/schema/submissions";
import type { Submission } from "@/lib/db/submissions";
import { findTargetSet, readDeviceIds, saveTargetSet } from "@/lib/db/target-sets";
import { FailureError } from "@/lib/failure";
import { isCreatable, taskTypes } from "@/lib/task-types/registry";
import type { CommonInput } from "@/lib/task-types/shared/common-input";
import { isNonEmpty, MAX_TARGETS, type NonEmpty } from "@/lib/tasks/targets";
import type { TargetSummary } from "@/lib/tasks/view";
import type { ServerDeps } from "./deps";

/** What one task is sent with. `id` is its submission's: the draft's own for the first part. */
export type Part = { id: string; targets: FixedRequest["targets"]; summary: TargetSummary };

const issue = (path: string, message: string) => new FailureError({ kind: "invalid", issues: [{ path, message }] });

/** What was chosen, cut into as many tasks as it takes: one, unless a list or a spreadsheet is too long for one. */
export async function partsOf(
  tx: Transaction,
  deps: Pick<ServerDeps, "newId">,
  draft: Submission,
  targets: CommonInput["targets"],
): Promise<NonEmpty<Part>> {
  switch (targets.by) {
    case "groups":
      return [{ id: draft.id, targets, summary: { by: "groups", names: [], count: null } }];
    case "devices":
      return ofList(tx, deps, draft, targets.targetSetId);
    case "rows":
      return ofRows(tx, deps, draft, targets.rowSetId);
  }
}

/** A list that is too long becomes a frozen list for each part, in the same order. */
async function ofList(
  tx: Transaction,
  { newId }: Pick<ServerDeps, "newId">,
  draft: Submission,
  targetSetId: string,
): Promise<NonEmpty<Part>> {
  const set = await findTargetSet(tx, targetSetId);
  if (set === null || set.draftId !== draft.id) throw issue("targets.targetSetId", "devices-none");
  const whole = { by: "devices", targetSetId } as const;
  if (set.count <= MAX_TARGETS) return [{ id: draft.id, targets: whole, summary: { by: "devices", count: set.count } }];
  const deviceIds = (await readDeviceIds(tx, set.id)) ?? [];
  const parts: Part[] = [];
  for (let from = 0; from < deviceIds.length; from += MAX_TARGETS) {
    const own = deviceIds.slice(from, from + MAX_TARGETS);
    if (!isNonEmpty(own)) break;
    const id = from === 0 ? draft.id : newId();
    const { source, savedBy, savedAt } = set;
    const saved = await saveTargetSet(tx, { id: newId(), draftId: id, source, savedBy, savedAt }, own);
    parts.push({
      id,
      targets: { by: "devices", targetSetId: saved.id },
      summary: { by: "devices", count: own.length },
    });
  }
  if (!isNonEmpty(parts)) throw issue("targets.targetSetId", "devices-none");
  return parts;
}

/** Rows were cut when they came in, because only then they were open. */
async function ofRows(
  tx: Transaction,
  { newId }: Pick<ServerDeps, "newId">,
  draft: Submission,
  rowSetId: string,
): Promise<NonEmpty<Part>> {
  const set = await findRowSet(tx, rowSetId);
  const kind = isCreatable(draft.type) ? taskTypes[draft.type].rows : null;
  const parts = set?.counts.map(
    (count, index): Part => ({
      id: index === 0 ? draft.id : newId(),
      targets: { by: "rows", rowSetId, part: index + 1 },
      summary: { by: "rows", count },
    }),
  );
  if (set === null || set.draftId !== draft.id || set.kind !== kind || parts === undefined || !isNonEmpty(parts))
    throw issue("targets.rowSetId", "rows-none");
  return parts;
}
