import type { Operator } from "@/lib/access/permissions";
import { appendAudit } from "@/lib/db/audit";
import type { CreatableType } from "@/lib/task-types/registry";
import type { Step } from "@/lib/tasks/draft";
import type { DraftOrigin } from "@/lib/tasks/origin";
import { createDraft, saveDraft } from "../intake/drafting";
import { putTargets } from "../intake/targets";
import type { Fields } from "./content";
import type { ReuseDeps } from "./deps";

/** A prepared draft, for the wizard's address. */
export type PreparedDraft = { draftId: string; type: CreatableType };

type Prepared = {
  type: CreatableType;
  spaceId: string;
  step: Step;
  content: Fields;
  /** Devices to freeze for it; null leaves the content's own targets. */
  deviceIds: readonly string[] | null;
  origin: DraftOrigin;
};

/**
 * Makes a draft that a person goes on with; nothing is sent. It shows up only with the last of its three writes, so that
 * one that was cut off in between is never met half filled. Throws `invalid` when the type is not offered here.
 */
export async function prepareDraft(deps: ReuseDeps, prepared: Prepared, by: Operator): Promise<PreparedDraft> {
  const { type, spaceId, step, content, deviceIds, origin } = prepared;
  const { id } = await createDraft(deps, { type, spaceId, origin }, by);
  const set =
    deviceIds === null
      ? null
      : await putTargets(deps, { draftId: id, source: origin.title, body: deviceIds.join("\n") }, by);
  const targets = set === null ? content.targets : { by: "devices", targetSetId: set.id };
  await saveDraft(deps, { id, revision: 0, step, content: { ...content, targets } });
  const at = new Date(deps.now()).toISOString();
  const detail = { type, spaceId, from: origin.from, of: origin.id, devices: set?.count ?? null };
  await deps.database.transaction((tx) =>
    appendAudit(tx, { at, actor: by.email, event: "draft.prepared", subject: `draft:${id}`, detail }),
  );
  return { draftId: id, type };
}
