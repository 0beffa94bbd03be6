import "server-only";
import type { Operator } from "@/lib/access/permissions";
import type { Json } from "@/lib/json";
import type { CreatableType } from "@/lib/task-types/registry";
import type { DraftView, Step } from "@/lib/tasks/draft";
import * as drafting from "./intake/drafting";
import { labels } from "./intake/labels";
import * as rowing from "./intake/rows";
import * as submitting from "./intake/submit";
import * as freezing from "./intake/targets";
import { serverDeps } from "./server-deps";
import { currentSpace } from "./spaces";

/** A new, blank draft in the current resource space. Throws `invalid` for a type that this instance is not said to have. */
export async function createDraft({ type }: { type: CreatableType }, by: Operator): Promise<{ id: string }> {
  const { id: spaceId } = await currentSpace();
  return drafting.createDraft(await serverDeps(), { type, spaceId }, by);
}

export const getDraft = async (id: string): Promise<DraftView> => drafting.getDraft(await serverDeps(), id);

export const saveDraft = async (of: { id: string; revision: number; step: Step; content: Json }) =>
  drafting.saveDraft(await serverDeps(), of);

export const submitDraft = async (of: { id: string; revision: number }, by: Operator): Promise<{ taskId: string }> =>
  submitting.submitDraft(await serverDeps(), labels, of, by);

export const discardDraft = async ({ id }: { id: string }): Promise<null> =>
  drafting.discardDraft(await serverDeps(), id);

/** Freezes a list of device IDs, one a line, for a draft. */
export const putTargets = async (of: { draftId: string; source: string; body: string }, by: Operator) =>
  freezing.putTargets(await serverDeps(), of, by);

/** Seals the rows of a spreadsheet, as the text in which they travel, for a draft. */
export const putRows = async (of: { draftId: string; source: string; body: string }, by: Operator) =>
  rowing.putRows(await serverDeps(), of, by);
