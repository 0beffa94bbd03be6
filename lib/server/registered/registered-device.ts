import { z } from "zod";
import { registeredDeviceId } from "@/lib/tasks/registered-device";
import type { SubTask } from "@/lib/tasks/task";
import type { TaskType } from "@/lib/tasks/task-type";

/** What the platform says of a device that it has registered. */
type Registered = { deviceId: string; secret: string; fingerprint: string };

const text = z.string().nullish();
/** Inferred: that it is JSON, and its keys. IoTDA reference: TaskDetail `output` of createDevices. */
const wire = z.object({ device_id: z.string().min(1), secret: text, fingerprint: text });

/** Reads a sub-task's output; null for everything that does not name a device. */
export function readRegistered(output: string | null): Registered | null {
  try {
    const read = wire.safeParse(JSON.parse(output ?? ""));
    if (!read.success) return null;
    const { device_id: deviceId, secret, fingerprint } = read.data;
    return { deviceId, secret: secret ?? "", fingerprint: fingerprint ?? "" };
  } catch {
    return null;
  }
}

/** A sub-task as it may be shown: of a registered device's output nothing but its ID, because the rest is its secret. */
export function withoutSecrets(type: TaskType, subTask: SubTask): SubTask {
  const registered = registeredDeviceId(subTask.output);
  if (registered !== null) return { ...subTask, output: registered };
  return type === "createDevices" ? { ...subTask, output: null } : subTask;
}

/**
 * Product and node ID out of what the platform calls the target of a registration. Inferred: both joined with `_`, which
 * may stand inside of either, so that the space's products tell where to cut. Null when none of them fits.
 */
export function splitTarget(
  target: string,
  productIds: readonly string[],
): { productId: string; nodeId: string } | null {
  const fits = productIds.filter((id) => target.startsWith(`${id}_`) && target.length > id.length + 1);
  const productId = fits.toSorted((a, b) => b.length - a.length)[0];
  return productId === undefined ? null : { productId, nodeId: target.slice(productId.length + 1) };
}
