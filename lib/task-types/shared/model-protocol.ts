import type { Product } from "@/lib/fleet/fleet";

/** The types that a product's protocol decides about. */
export type DownlinkType = "createCommands" | "createAsyncCommands" | "createMessages" | "updateDeviceShadows";

/** Null: any protocol. IoTDA reference: createCommands, createAsyncCommands, createMessages. */
const takes: { readonly [T in DownlinkType]: "mqtt" | "other" | null } = {
  createCommands: "mqtt",
  createAsyncCommands: "other",
  createMessages: "mqtt",
  updateDeviceShadows: null,
};

/** Why devices of a product can not take a task of this type, as a key of `model.protocol`; null when they can. */
export function protocolProblem(type: DownlinkType, { protocol }: Pick<Product, "protocol">): "mqtt" | "other" | null {
  const wanted = takes[type];
  // A product that names no protocol is not held back: the platform knows.
  if (wanted === null || protocol === "") return null;
  return (wanted === "mqtt") === (protocol.toUpperCase() === "MQTT") ? null : wanted;
}
