import type { ActionRecord, ChunkRecord } from "@/lib/db/actions";
import type { ActionView } from "@/lib/tasks/action";
import type { ChunkState } from "@/lib/tasks/chunks";

/** An action as it stands. `outcomesOf` picks the per-device results that go along: all of them can be thousands. */
export function actionView(
  action: ActionRecord,
  chunks: readonly ChunkRecord[],
  outcomesOf: "everything" | "what-failed",
): ActionView {
  const own = chunks.filter(({ actionId }) => actionId === action.id);
  const count = (...states: ChunkState[]): number =>
    own.filter(({ state }) => states.includes(state)).reduce((sum, { deviceIds }) => sum + (deviceIds?.length ?? 0), 0);
  const outcomes = own.flatMap((chunk) => chunk.outcomes ?? []);
  return {
    id: action.id,
    verb: action.verb,
    scope: action.scope,
    state: action.state,
    by: action.by,
    reason: action.reason,
    requestedAt: action.requestedAt,
    finishedAt: action.finishedAt,
    devices: action.devices,
    reached: count("answered", "refused"),
    unknown: count("unknown", "sending"),
    waiting: count("pending", "dropped"),
    outcomes: outcomesOf === "everything" ? outcomes : outcomes.filter(({ done }) => !done).slice(0, MOST_FAILED),
    failure: action.failure ?? own.find(({ failure }) => failure !== null)?.failure ?? null,
  };
}

const MOST_FAILED = 200;
