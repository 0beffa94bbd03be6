import type { JsonObject } from "../json";
import type { Device } from "../platform/devices";

/** Devices that were registered for some days; none of them is left. */
const BENCH = Array.from({ length: 12 }, (_, index) => `SD3-bench-${String(index + 1).padStart(2, "0")}`);

/** Rows of a registration, one of a device that was there before and one whose secret is too short. */
export function registered(devices: readonly Device[]): JsonObject[] {
  const [first] = devices;
  const product_id = first?.productId ?? "";
  return [
    ...BENCH.map((id) => ({ product_id, node_id: id, device_id: id, device_name: `${id}_new` })),
    { product_id, node_id: first?.nodeId ?? "", device_id: first?.id ?? "" },
    { product_id, node_id: "SD3-bench-13", secret: "short" },
  ];
}

/** Rows of an update, one of a device that does not exist. */
export function renamed(): JsonObject[] {
  const rows = BENCH.map((id) => ({ device_id: id, device_name: `${id}_bench`, description: "Test_bench" }));
  return [...rows, { device_id: "SD3-bench-13", device_name: "unknown" }];
}

export function retired(): JsonObject[] {
  return BENCH.map((device_id) => ({ device_id }));
}
