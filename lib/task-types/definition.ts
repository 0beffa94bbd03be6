import type * as z from "zod/mini";
import type { PackageType } from "@/lib/fleet/fleet";
import type { Json } from "@/lib/json";
import type { RowKind, TargetWay } from "@/lib/tasks/targets";
import type { TaskRequest } from "@/lib/tasks/task";
import type { TaskType } from "@/lib/tasks/task-type";
import type { CommonInput } from "./shared/common-input";

/** What can be done to a task of a type once it is on the platform. IoTDA reference: Stop-, Retry-, ConfirmBatchTask. */
export type TaskTypeFacts = {
  intent: "update" | "register" | "command";
  stoppable: boolean;
  retryable: boolean;
  confirmable: boolean;
};

/** What an instance has to have before a type is offered, because not every one does. */
export type Capability = "module-upgrades" | "gateway-changes";

/** The task that takes another back; `previous-package` and `inverse` have to be filled in by a person. */
export type Undo = { by: "type"; type: TaskType } | { by: "previous-package" } | { by: "inverse" };

/** A task type that the console can create: what it asks, what it may reach, what it sends. */
export type TaskTypeDefinition<Input extends CommonInput> = TaskTypeFacts & {
  type: TaskType;
  ways: readonly TargetWay[];
  /** What its spreadsheet holds, where it takes one. */
  rows: RowKind | null;
  packageType: PackageType | null;
  needs: Capability | null;
  undo: Undo | null;
  /** Whether what it does can not be taken back at all: the number of devices is then always typed. */
  oneWay: boolean;
  /** What has to be true at submission; the wizard validates each step with the same schema. */
  input: z.ZodMiniType<Input>;
  /** Where a new draft starts. */
  blank: Json;
  document(input: Input): Json | null;
  options(input: Input): Pick<TaskRequest, "gatewayMode" | "needsConfirm" | "extInfo">;
};

/** The options of every type but upgrades. */
export const NO_OPTIONS = { gatewayMode: false, needsConfirm: false, extInfo: null } as const;
