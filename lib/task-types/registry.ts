import type * as z from "zod/mini";
import type { TaskType } from "@/lib/tasks/task-type";
import { changeGateway } from "./change-gateway/definition";
import { createAsyncCommands } from "./create-async-commands/definition";
import { createCommands } from "./create-commands/definition";
import { createDevices } from "./create-devices/definition";
import { createMessages } from "./create-messages/definition";
import type { Capability, TaskTypeDefinition } from "./definition";
import { deleteDevices } from "./delete-devices/definition";
import { firmwareUpgrade } from "./firmware-upgrade/definition";
import { freezeDevices } from "./freeze-devices/definition";
import { moduleUpgrade } from "./module-upgrade/definition";
import { softwareUpgrade } from "./software-upgrade/definition";
import { unfreezeDevices } from "./unfreeze-devices/definition";
import { updateDeviceShadows } from "./update-device-shadows/definition";
import { updateDevices } from "./update-devices/definition";

/** Every task type that the console can create, as the gallery shows them. Adding one: its folder, and a line here. */
const definitions = {
  firmwareUpgrade,
  softwareUpgrade,
  moduleUpgrade,
  createDevices,
  updateDevices,
  freezeDevices,
  unfreezeDevices,
  deleteDevices,
  changeGateway,
  createCommands,
  createAsyncCommands,
  createMessages,
  updateDeviceShadows,
};

export type CreatableType = keyof typeof definitions;
type Inputs = { [T in CreatableType]: z.infer<(typeof definitions)[T]["input"]> };

/** A mapped type, so that `taskTypes[type].document(input)` type-checks for any type. */
export const taskTypes: { readonly [T in CreatableType]: TaskTypeDefinition<Inputs[T]> } = definitions;

export const CREATABLE_TYPES = Object.keys(definitions) as readonly CreatableType[];

export const isCreatable = (type: TaskType | string): type is CreatableType => Object.hasOwn(definitions, type);

/** The types that this instance is said to have. */
export const offeredTypes = (has: readonly Capability[]): readonly CreatableType[] =>
  CREATABLE_TYPES.filter((type) => {
    const { needs } = taskTypes[type];
    return needs === null || has.includes(needs);
  });
