/** When a task starts and how it tries again. `startsAt` is an ISO instant in UTC; null starts at once. */
export type Schedule = {
  startsAt: string | null;
  retry: { count: number; everyMinutes: number } | null;
};

/** Who keeps a start that is ahead: the platform, which can not give most types back, or we, until the hour. */
export const KEEPERS = ["console", "platform"] as const;
export type Keeper = (typeof KEEPERS)[number];

/** A held submission is sent at most this much after its hour, in milliseconds; later it is missed and a person decides. */
export const MISSED_AFTER_MS = 5 * 60_000;
/** How far ahead the console holds a start, in days. */
export const MAX_HELD_DAYS = 365;

/** IoTDA reference: CreateBatchTask, task_policy. */
export const MAX_DAYS_AHEAD = 7;
export const MAX_RETRIES = 5;
export const MAX_RETRY_MINUTES = 1440;
