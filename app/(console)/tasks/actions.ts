"use server";
import { action } from "@/lib/server/action";
import { actOnTask, cancelHeld, moveHeld, settleTask, startHeld } from "@/lib/server/acts";
import { createDraft, discardDraft, saveDraft, submitDraft } from "@/lib/server/drafts";
import * as schemas from "@/lib/server/schemas";

export const createDraftAction = action("create-task", schemas.createDraft, createDraft);
export const saveDraftAction = action("create-task", schemas.saveDraft, saveDraft);
export const submitDraftAction = action("create-task", schemas.submitDraft, submitDraft);
export const discardDraftAction = action("create-task", schemas.discardDraft, discardDraft);
export const actOnTaskAction = action("act-on-task", schemas.actOnTask, actOnTask);
export const settleTaskAction = action("create-task", schemas.settleTask, settleTask);
export const cancelHeldAction = action("create-task", schemas.decideHeld, cancelHeld);
export const moveHeldAction = action("create-task", schemas.moveHeld, moveHeld);
export const startHeldAction = action("create-task", schemas.decideHeld, startHeld);
