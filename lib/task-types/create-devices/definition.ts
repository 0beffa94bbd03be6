import type { TaskTypeDefinition } from "../definition";
import type { CommonInput } from "../shared/common-input";
import { onRows } from "../shared/registering";

/** Registers the devices of a spreadsheet. IoTDA reference: CreateBatchTask, its registration template. */
export const createDevices = {
  ...onRows,
  type: "createDevices",
  rows: "registration",
  undo: { by: "type", type: "deleteDevices" },
} as const satisfies TaskTypeDefinition<CommonInput>;
