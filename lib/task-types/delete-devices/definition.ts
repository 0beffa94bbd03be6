import type { TaskTypeDefinition } from "../definition";
import type { CommonInput } from "../shared/common-input";
import { onDevices } from "../shared/registering";

/** Removes devices for good; a gateway only after its children. IoTDA reference: DeleteDevice. */
export const deleteDevices = {
  ...onDevices,
  type: "deleteDevices",
  undo: null,
  oneWay: true,
} as const satisfies TaskTypeDefinition<CommonInput>;
