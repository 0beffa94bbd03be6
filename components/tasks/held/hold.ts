import type { Result } from "@/lib/failure";
import type { WallTime } from "@/lib/tasks/zoned-time";

/** What a person can do about a start that the console keeps, or that was missed. */
export type Hold = {
  cancel(of: { taskId: string }): Promise<Result<null>>;
  move(of: { taskId: string; schedule: WallTime }): Promise<Result<null>>;
  start(of: { taskId: string }): Promise<Result<null>>;
};

export const HOLD_VERBS = ["cancel", "move", "start"] as const satisfies readonly (keyof Hold)[];
export type HoldVerb = (typeof HOLD_VERBS)[number];
