import { Refusal } from "../errors";
import type { Device } from "./devices";
import type { SubTask, Task } from "./task";

export interface SubTaskFailure {
  code: string;
  message: string;
  /** Trying again will hardly help. */
  stubborn?: boolean;
}

/** What happens next to one sub-task. Durations are real device seconds, before the speed. */
export type Step =
  | { kind: "wait"; seconds: number; next: () => Step; online?: () => Step }
  | { kind: "success"; output?: string }
  | { kind: "failure"; failure: SubTaskFailure }
  | { kind: "removed" };

/** Begins one attempt of one sub-task. */
export type Runner = (task: Task, subTask: SubTask, device: Device | undefined) => Step;

export const wait = (seconds: number, next: () => Step): Step => ({ kind: "wait", seconds, next });
export const success = (output?: string): Step =>
  output === undefined ? { kind: "success" } : { kind: "success", output };
export const failure = (code: string, message: string, stubborn = false): Step => ({
  kind: "failure",
  failure: { code, message, stubborn },
});

/** A refusal is the sub-task's failure; unless the device was not online, trying again will hardly help. */
export function attempt(run: () => Step): Step {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return failure(error.code, error.message, error.code !== "IOTDA.014016");
  }
}

/** Inferred: a device that was there when the task was expanded and is gone now is Removed. */
export const gone = (subTask: SubTask): Step =>
  subTask.known ? { kind: "removed" } : failure("IOTDA.014000", "The device does not exist.", true);
