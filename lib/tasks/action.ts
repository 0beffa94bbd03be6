import type { Failure } from "@/lib/failure";
import type { TargetOutcome } from "./task";

export const ACTION_VERBS = ["stop", "retry", "confirm", "delete"] as const;
export type ActionVerb = (typeof ACTION_VERBS)[number];

/** `uncertain`: at least one call was sent whose answer nobody saw. `partial`: some devices refused. */
export type ActionState = "pending" | "running" | "done" | "partial" | "failed" | "uncertain";

/**
 * A stop, retry, confirm or delete as it goes on, chunk by chunk. `reached` counts devices whose call was answered,
 * `unknown` those whose call was sent and never answered, `waiting` those not yet sent; the three add up to `devices`.
 */
export type ActionView = {
  id: string;
  verb: ActionVerb;
  scope: "all" | "devices";
  state: ActionState;
  by: string;
  reason: string;
  requestedAt: string;
  finishedAt: string | null;
  devices: number | null;
  reached: number;
  unknown: number;
  waiting: number;
  outcomes: readonly TargetOutcome[];
  failure: Failure | null;
};
