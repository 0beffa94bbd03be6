/** Spelled as the platform spells them: operators compare with Huawei's console. IoTDA reference: ShowBatchTask. */
const ACTIVE = ["Initializing", "Waitting", "Processing", "Stopping"] as const;
const FINAL = ["Success", "PartialSuccess", "Fail", "Stopped"] as const;

export const TASK_STATUSES = [...ACTIVE, ...FINAL] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

export const SUB_TASK_STATUSES = [
  "Waitting",
  "Processing",
  "Success",
  "Fail",
  "FailWaitRetry",
  "Stopped",
  "Removed",
] as const;
export type SubTaskStatus = (typeof SUB_TASK_STATUSES)[number];

/** A status word as the platform sent it; a word that we do not know is kept and shown, never dropped. */
export type Reported<Known extends string> = { known: Known } | { known: null; raw: string };

export function reported<Known extends string>(known: readonly Known[], raw: string): Reported<Known> {
  const match = known.find((word) => word === raw);
  return match === undefined ? { known: null, raw } : { known: match };
}

export const isFinal = (status: Reported<TaskStatus>): boolean =>
  status.known !== null && (FINAL as readonly TaskStatus[]).includes(status.known);
