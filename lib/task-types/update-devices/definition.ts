import type { TaskTypeDefinition } from "../definition";
import type { CommonInput } from "../shared/common-input";
import { onRows } from "../shared/registering";

/** Changes name, description and access of registered devices, a row each. IoTDA reference: CreateBatchTask. */
export const updateDevices = {
  ...onRows,
  type: "updateDevices",
  rows: "update",
  undo: null,
} as const satisfies TaskTypeDefinition<CommonInput>;
