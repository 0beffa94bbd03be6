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

/** IoTDA reference: code 014016. */
export const notOnline = (): Step => failure("IOTDA.014016", "Operation not allowed. The device is not online.");
/** Inferred: a device that was there when the task was expanded and is gone now is Removed. */
export const gone = (subTask: SubTask): Step =>
  subTask.known ? { kind: "removed" } : failure("IOTDA.014000", "The device does not exist.", true);
