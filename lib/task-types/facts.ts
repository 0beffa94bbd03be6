import type { TaskType } from "@/lib/tasks/task-type";
import type { TaskTypeFacts } from "./definition";
import { taskTypes } from "./registry";

const register = { intent: "register", stoppable: false, retryable: false, confirmable: false } as const;
const command = { intent: "command", stoppable: false, retryable: false, confirmable: false } as const;

/**
 * What can be done to tasks of each type, also those made elsewhere that the console only shows.
 * Module upgrades: confirm is documented, stop and retry only inferred, so they are not offered.
 */
export const taskFacts: { readonly [T in TaskType]: TaskTypeFacts } = {
  firmwareUpgrade: taskTypes.firmwareUpgrade,
  softwareUpgrade: taskTypes.softwareUpgrade,
  moduleUpgrade: { intent: "update", stoppable: false, retryable: false, confirmable: true },
  createDevices: register,
  updateDevices: register,
  deleteDevices: register,
  freezeDevices: register,
  unfreezeDevices: register,
  createCommands: command,
  createAsyncCommands: command,
  createMessages: command,
  updateDeviceShadows: command,
  changeGateway: register,
};
