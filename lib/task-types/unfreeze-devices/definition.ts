import type { TaskTypeDefinition } from "../definition";
import type { CommonInput } from "../shared/common-input";
import { onDevices } from "../shared/registering";

/** Lets frozen devices connect again. IoTDA reference: UnfreezeDevice. */
export const unfreezeDevices = {
  ...onDevices,
  type: "unfreezeDevices",
  undo: { by: "type", type: "freezeDevices" },
} as const satisfies TaskTypeDefinition<CommonInput>;
