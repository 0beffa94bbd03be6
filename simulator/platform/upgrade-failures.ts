import { pick } from "../fleet/random";

export interface UpgradeFailure {
  phase: "query" | "download" | "report";
  code: string;
  message: string;
  /** Trying again will hardly help: the package or the device has to change first. */
  stubborn: boolean;
}

/** Inferred: the platform documents the reasons of failed upgrades, not their code. */
export const UPGRADE_FAILED = "IOTDA.014230";

/** Documented reasons with how often they happen. Numbers are the device's own result codes. */
const REASONS: readonly (readonly [UpgradeFailure, number])[] = [
  [curable("download", "Waiting for device downloaded package timeout"), 24],
  [curable("download", "Connection lost during downloading process"), 20],
  [curable("report", deviceSays(4, "low battery")), 12],
  [curable("report", deviceSays(2, "poor signal")), 10],
  [curable("query", "Waiting for report device firmware version timeout"), 9],
  [curable("report", deviceSays(1, "device in use")), 5],
  [curable("download", "Out of memory during downloading process"), 4],
  [curable("report", "Wait for the device to report upgrade result timeout"), 4],
  [curable("report", deviceSays(255, "internal exception")), 3],
  [stubborn("download", "Integrity check failure for new downloaded package"), 4],
  [stubborn("download", "Not enough storage for the new firmware package"), 4],
  [stubborn("report", "Firmware update failed"), 2],
  [stubborn("download", "Unsupported package type"), 1],
];

/** The reason at a point of [0, 1); only reasons that trying again does not cure when asked for. */
export function failureAt(at: number, stubbornOnly: boolean): UpgradeFailure {
  return pick(stubbornOnly ? REASONS.filter(([reason]) => reason.stubborn) : REASONS, at);
}

function deviceSays(result: number, description: string): string {
  return `Firmware update failed (result_code ${result}: ${description})`;
}

function curable(phase: UpgradeFailure["phase"], message: string): UpgradeFailure {
  return { phase, code: UPGRADE_FAILED, message, stubborn: false };
}

function stubborn(phase: UpgradeFailure["phase"], message: string): UpgradeFailure {
  return { phase, code: UPGRADE_FAILED, message, stubborn: true };
}
