/** When a task starts and how it tries again. `startsAt` is an ISO instant in UTC; null starts at once. */
export type Schedule = {
  startsAt: string | null;
  retry: { count: number; everyMinutes: number } | null;
};

/** IoTDA reference: CreateBatchTask, task_policy. */
export const MAX_DAYS_AHEAD = 7;
export const MAX_RETRIES = 5;
export const MAX_RETRY_MINUTES = 1440;
