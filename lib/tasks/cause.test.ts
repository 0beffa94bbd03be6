import { expect, test } from "vitest";
import { causeOf } from "./cause";

test.each([
  [null, "Device Abnormal is not online", "offline"],
  [null, "Task Conflict", "conflict"],
  [null, "Waiting for the device online timeout", "offline"],
  [null, "Waiting for report cellId timeout", "weak-signal"],
  [null, "Waiting for report device firmware version timeout", "no-version"],
  [null, "Wait for the device to report upgrade result timeout", "no-result"],
  [null, "Updating timeout and query device version for check timeout", "no-version"],
  [null, "Waiting for device downloaded package timeout", "download-timeout"],
  [null, "Integrity check failure for new downloaded package", "check-failed"],
  [null, "Unsupported package type", "wrong-type"],
  [null, "Not enough storage for the new firmware package", "low-storage"],
  [null, "Out of memory during downloading process", "low-memory"],
  [null, "Connection lost during downloading process", "connection-lost"],
  [null, "Invalid URI", "bad-address"],
  [null, "Firmware update failed", "install-failed"],
  ["IOTDA.014016", "Operation not allowed. The device is not online.", "offline"],
  ["IOTDA.014219", "Invalid input. The target is not in the task.", "not-in-task"],
  ["IOTDA.099999", "Something nobody has seen", "other"],
  ["IOTDA.099999", null, "other"],
  [null, "", "gave-none"],
  [null, null, "gave-none"],
] as const)("%s %s is %s", (code, message, cause) => {
  expect(causeOf(code, message)).toBe(cause);
});
