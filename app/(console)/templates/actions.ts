"use server";
import { action } from "@/lib/server/action";
import { cloneTask, followUp, undoTask } from "@/lib/server/reuse";
import * as schemas from "@/lib/server/reuse/schemas";
import { deleteTemplate, fromTemplate, renameTemplate, saveTemplate } from "@/lib/server/templates";

export const cloneTaskAction = action("create-task", schemas.ofTask, cloneTask);
export const followUpAction = action("create-task", schemas.followUp, followUp);
export const undoTaskAction = action("create-task", schemas.ofTask, undoTask);
export const saveTemplateAction = action("create-task", schemas.saveTemplate, saveTemplate);
export const fromTemplateAction = action("create-task", schemas.ofTemplate, fromTemplate);
export const renameTemplateAction = action("create-task", schemas.renameTemplate, renameTemplate);
export const deleteTemplateAction = action("create-task", schemas.ofTemplate, deleteTemplate);
