import type { Failure } from "@/lib/failure";

/** Why requests are signed the way they are: a setting, the host's kind, or a token that needs no signature. */
export type SigningRule = "set" | "shared-host" | "own-host" | "token";

/** What the console is connected to, as it was set up. Never a credential's value; ids of accounts are masked. */
export type ConnectionFacts = {
  /** What operators call it; null when nobody named it. */
  name: string | null;
  isSimulator: boolean;
  /** Host, with the port unless it is the scheme's own. */
  host: string;
  encrypted: boolean;
  region: string;
  /** Its first and last four characters; null while IAM is to be asked for it. */
  projectId: string | null;
  instanceId: string | null;
  signing: { scheme: "basic" | "derived" | "token"; rule: SigningRule };
  credentials: { kind: "keys"; temporary: boolean } | { kind: "token"; iamHost: string };
  /** Host only: the address of a proxy may hold a password. `used` is false for plain http, which never takes it. */
  proxy: { host: string; used: boolean; exceptions: boolean } | null;
  /** `NODE_EXTRA_CA_CERTS`: not set, set, or set to a file that can not be read. */
  privateCa: "unset" | "set" | "unreadable";
  switches: { moduleUpgrades: boolean; gatewayChanges: boolean; chineseTaskNames: boolean };
  limits: ConnectionLimits;
};

/** What the console keeps to here. IoTDA reference: limits; rows per file are a setting. */
export type ConnectionLimits = {
  tasksAtOnce: number;
  targets: number;
  fileRows: number;
  fileBytes: number;
  files: number;
  daysAhead: number;
  actionTargets: number;
};

/** Every reading call of the console, named as the platform names it, in the order in which they are tried. */
export const READ_CALLS = [
  "ShowApplications",
  "ListProducts",
  "ShowProduct",
  "ListDevices",
  "ShowDevice",
  "ShowDeviceShadow",
  "SearchDevices",
  "ListDeviceGroups",
  "ShowDevicesInGroup",
  "ListOtaPackageInfo",
  "ShowOtaPackage",
  "ListBatchTasks",
  "ShowBatchTask",
  "ListBatchTaskFiles",
] as const;
export type ReadCall = (typeof READ_CALLS)[number];

/** Calls that change something, so that no test makes them. */
export const WRITE_CALLS = [
  "CreateBatchTask",
  "StopBatchTask",
  "RetryBatchTask",
  "ConfirmBatchTask",
  "DeleteBatchTask",
  "UploadBatchTaskFile",
  "DeleteBatchTaskFile",
  "CreateOtaPackage",
  "DeleteOtaPackage",
] as const;

/** Why a call was not tried: no space is known, nothing is there to show, nobody answers at all, it took too long. */
export type WhySkipped = "no-space" | "nothing-there" | "no-answer" | "no-time";

/** What became of one call. `tookMs` counts every attempt: a read repeats itself up to three times. */
export type CallOutcome =
  | { of: "answered"; tookMs: number }
  | { of: "failed"; tookMs: number; failure: Failure }
  | { of: "skipped"; why: WhySkipped };

export type ConnectionTest = {
  testedAt: string;
  by: string;
  /** The resource space that was read; null while none is known. */
  space: string | null;
  calls: readonly { call: ReadCall; outcome: CallOutcome }[];
  /** How far our clock is ahead of the platform's, in milliseconds; the platform tells whole seconds. Null: not told. */
  clockAheadMs: number | null;
  /** Whether the platform searches devices; null when the test could not tell. */
  searches: boolean | null;
};

/** Further apart than this, the platform refuses every signed request. IoTDA reference: authentication. */
export const MAX_CLOCK_SKEW_MS = 15 * 60_000;
