import { DEVICE_ID } from "./targets";

/**
 * The ID of a device that a registration made, out of its sub-task's output; null when it tells none. Everything else in
 * there, a secret perhaps, is left behind. IoTDA reference: ShowBatchTask, TaskDetail. Inferred: that it is JSON text.
 */
export function registeredDeviceId(output: string | null): string | null {
  if (output === null) return null;
  try {
    const told: unknown = JSON.parse(output);
    const id: unknown = typeof told === "object" && told !== null ? Reflect.get(told, "device_id") : null;
    return typeof id === "string" && DEVICE_ID.test(id) ? id : null;
  } catch {
    return null;
  }
}
