/**
 * Our record of the intent to create a task. `draft` until submitted; `sending` and `uncertain` survive a crash;
 * `held` is kept here until its hour; `missed` is one whose hour passed unsent: only a person sends it after that.
 * `refused` carries the platform's reason; `cancelled` is final and nothing was sent.
 */
export const SUBMISSION_STATES = [
  "draft",
  "held",
  "missed",
  "sending",
  "sent",
  "refused",
  "uncertain",
  "cancelled",
] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** What the settler saw when it looked for an uncertain submission by its task name. */
export type Settling = { looks: number; lastLookAt: string | null; givenUpAt: string | null };
