import type { TaskTypeDefinition } from "../definition";
import type { CommonInput } from "../shared/common-input";
import { onDevices } from "../shared/registering";

/** Keeps directly connected devices from connecting. IoTDA reference: FreezeDevice. */
export const freezeDevices = {
  ...onDevices,
  type: "freezeDevices",
  undo: { by: "type", type: "unfreezeDevices" },
} as const satisfies TaskTypeDefinition<CommonInput>;
