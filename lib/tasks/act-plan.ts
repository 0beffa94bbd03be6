import type { ActionVerb } from "./action";
import type { Progress, ProgressPart } from "./progress";
import type { SubTaskStatus } from "./status";

/** From so many devices on, a step that can not be undone asks for the number to be typed. */
const TYPE_THE_NUMBER_FROM = 100;

/** Which counters an action without a device list reaches. IoTDA reference: Stop-, Retry-, ConfirmBatchTask, body `{}`. */
const REACHES: { readonly [V in ActionVerb]: readonly ProgressPart[] } = {
  stop: ["waiting", "processing", "awaitingRetry"],
  retry: ["failed", "awaitingRetry", "stopped"],
  confirm: ["waiting"],
  delete: [],
};

/** Sub-task states that an action with a device list makes sense for; the same rule as for all of them. */
const REACHES_STATUS: { readonly [V in ActionVerb]: readonly SubTaskStatus[] } = {
  stop: ["Waitting", "Processing", "FailWaitRetry"],
  retry: ["Fail", "FailWaitRetry", "Stopped"],
  confirm: ["Waitting"],
  delete: [],
};

export const reaches = (verb: ActionVerb, status: SubTaskStatus): boolean => REACHES_STATUS[verb].includes(status);

/** What an action means for the devices in each counter, in the order told; the words are messages by the same key. */
const FATES = {
  stop: [
    { part: "waiting", word: "stop.waiting" },
    { part: "processing", word: "stop.processing" },
    { part: "awaitingRetry", word: "stop.awaitingRetry" },
    { part: "succeeded", word: "stop.succeeded" },
  ],
  retry: [
    { part: "failed", word: "retry.failed" },
    { part: "awaitingRetry", word: "retry.awaitingRetry" },
    { part: "stopped", word: "retry.stopped" },
  ],
  confirm: [{ part: "waiting", word: "confirm.waiting" }],
  delete: [],
} as const satisfies { readonly [V in ActionVerb]: readonly { part: ProgressPart; word: string }[] };

/** `count` null where the platform did not tell. */
export type Fate = (typeof FATES)[ActionVerb][number] & { count: number | null };

export type Plan = {
  /** Devices that the action reaches; null when the platform's counters do not tell. */
  devices: number | null;
  fates: readonly Fate[];
  /** The number to type before the button wakes; null where none is asked for. */
  typed: number | null;
};

/** What an action on all devices would do, from the counters as last read. */
export function planForAll(verb: ActionVerb, progress: Progress): Plan {
  const devices = REACHES[verb].reduce<number | null>((sum, part) => {
    const count = progress[part];
    return sum === null || count === null ? null : sum + count;
  }, 0);
  const fates: readonly Fate[] = FATES[verb].map((fate) => ({ ...fate, count: progress[fate.part] }));
  return {
    devices,
    fates: fates.filter((fate) => fate.count !== 0),
    typed: verb === "stop" && devices !== null && devices >= TYPE_THE_NUMBER_FROM ? devices : null,
  };
}

/** The same for exactly these devices. */
export function planForDevices(verb: ActionVerb, count: number): Plan {
  return { devices: count, fates: [], typed: verb === "stop" && count >= TYPE_THE_NUMBER_FROM ? count : null };
}
