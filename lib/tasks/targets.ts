/** A union, because the platform takes two kinds at once and silently uses only the first. IoTDA reference: CreateBatchTask. */
export type Targets =
  | { by: "devices"; deviceIds: NonEmpty<string> }
  | { by: "groups"; groupIds: NonEmpty<string> }
  | { by: "file"; fileId: string };

/** Which sub-tasks an action reaches. "All" is its own word: an empty list can be neither written nor sent. */
export type Scope = { of: "all" } | { of: "devices"; deviceIds: NonEmpty<string> };

export type NonEmpty<T> = readonly [T, ...T[]];

export const isNonEmpty = <T>(list: readonly T[]): list is NonEmpty<T> => list.length > 0;

/** How a task names its devices: one by one, by group, or by the rows of a spreadsheet that say more than an ID. */
export const TARGET_WAYS = ["groups", "devices", "rows"] as const;
export type TargetWay = (typeof TARGET_WAYS)[number];

/** What the rows of a spreadsheet are: new devices, changes to devices, or devices with their new gateway. */
export const ROW_KINDS = ["registration", "update", "gateways"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** IoTDA reference: CreateBatchTask `targets`. */
export const MAX_TARGETS = 30_000;
/** A longer list becomes a family of tasks, at most this many: as many as the platform runs at once in a resource space. */
export const MAX_PARTS = 10;
/** IoTDA reference: StopBatchTask, RetryBatchTask, ConfirmBatchTask `targets`. */
export const MAX_ACTION_TARGETS = 100;
/** IoTDA reference: device_id. */
export const DEVICE_ID = /^[A-Za-z0-9_-]{1,128}$/;
