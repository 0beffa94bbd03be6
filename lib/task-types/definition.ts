import type * as z from "zod/mini";
import type { PackageType } from "@/lib/fleet/fleet";
import type { Json } from "@/lib/json";
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

/** A task type that the console can create: what it asks, what it may reach, what it sends. */
export type TaskTypeDefinition<Input extends CommonInput> = TaskTypeFacts & {
  type: TaskType;
  targets: readonly ("devices" | "groups")[];
  packageType: PackageType | null;
  /** What has to be true at submission; the wizard validates each step with the same schema. */
  input: z.ZodMiniType<Input>;
  /** Where a new draft starts. */
  blank: Json;
  document(input: Input): Json | null;
  options(input: Input): Pick<TaskRequest, "gatewayMode" | "needsConfirm" | "extInfo">;
};
