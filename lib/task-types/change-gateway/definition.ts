import type { TaskTypeDefinition } from "../definition";
import type { CommonInput } from "../shared/common-input";
import { onRows } from "../shared/registering";

/** Moves child devices to another gateway. Inferred: that a file of device and gateway IDs is taken. IoTDA reference: ChangeGateway. */
export const changeGateway = {
  ...onRows,
  type: "changeGateway",
  rows: "gateways",
  needs: "gateway-changes",
  undo: null,
} as const satisfies TaskTypeDefinition<CommonInput>;
