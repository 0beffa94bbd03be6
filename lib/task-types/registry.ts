import type * as z from "zod/mini";
import type { TaskType } from "@/lib/tasks/task-type";
import type { TaskTypeDefinition } from "./definition";
import { firmwareUpgrade } from "./firmware-upgrade/definition";
import { softwareUpgrade } from "./software-upgrade/definition";

/** Every task type that the console can create. Adding one: its folder, and a line here. */
const definitions = { firmwareUpgrade, softwareUpgrade };

export type CreatableType = keyof typeof definitions;
type Inputs = { [T in CreatableType]: z.infer<(typeof definitions)[T]["input"]> };

/** A mapped type, so that `taskTypes[type].document(input)` type-checks for any type. */
export const taskTypes: { readonly [T in CreatableType]: TaskTypeDefinition<Inputs[T]> } = definitions;

export const CREATABLE_TYPES = Object.keys(definitions) as readonly CreatableType[];

export const isCreatable = (type: TaskType | string): type is CreatableType => Object.hasOwn(definitions, type);
