import type { TaskType } from "@/lib/tasks/task-type";
import type { TaskTypeFacts } from "./definition";
import { taskTypes } from "./registry";

const command = { intent: "command", stoppable: false, retryable: false, confirmable: false } as const;

/** What can be done to tasks of each type, also those made elsewhere that the console only shows. */
export const taskFacts: { readonly [T in TaskType]: TaskTypeFacts } = {
  ...taskTypes,
  createCommands: command,
  createAsyncCommands: command,
  createMessages: command,
  updateDeviceShadows: command,
};
