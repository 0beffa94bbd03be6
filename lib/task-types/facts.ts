import type { TaskType } from "@/lib/tasks/task-type";
import type { TaskTypeFacts } from "./definition";
import { taskTypes } from "./registry";

/** What can be done to tasks of each type, also those made elsewhere that the console only shows. */
export const taskFacts: { readonly [T in TaskType]: TaskTypeFacts } = taskTypes;
