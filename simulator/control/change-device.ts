import { invalid } from "../errors";
import { type JsonObject, numberOf, objectOf, textOf } from "../json";
import type { DeviceStatus } from "../platform/devices";
import type { World } from "../platform/world";

const STATUSES: readonly DeviceStatus[] = ["ONLINE", "OFFLINE", "ABNORMAL", "INACTIVE", "FROZEN"];
const KEYS = ["status", "fw_version", "sw_version", "returns_after", "fail"];

/**
 * Changes one device: `status`, `fw_version`, `sw_version`, `returns_after` (device seconds, null for
 * never), `fail` ({code?, message, times?} for its next upgrade attempts, null to clear). Throws a Refusal.
 */
export function changeDevice(world: World, id: string, change: JsonObject): void {
  const device = world.device(id);
  const odd = Object.keys(change).find((key) => !KEYS.includes(key));
  if (odd !== undefined) throw invalid(`Unknown field ${odd}.`);
  device.firmware = textOf(change, "fw_version") ?? device.firmware;
  device.software = textOf(change, "sw_version") ?? device.software;
  if (change.returns_after === null) device.returnsAfter = Number.POSITIVE_INFINITY;
  else device.returnsAfter = numberOf(change, "returns_after") ?? device.returnsAfter;
  if (change.fail === null) device.forcedFailure = undefined;
  const fail = objectOf(change, "fail");
  if (fail) {
    device.forcedFailure = {
      code: textOf(fail, "code") ?? "IOTDA.014230",
      message: textOf(fail, "message") ?? "Firmware update failed",
      times: numberOf(fail, "times") ?? Number.MAX_SAFE_INTEGER,
    };
  }
  if (change.status === undefined) return;
  const status = STATUSES.find((known) => known === change.status);
  if (!status) throw invalid("Unknown status.");
  world.setStatus(device, status);
}
