import { NO_OPTIONS } from "../definition";

/**
 * What everything that is sent down to devices has in common: it reaches registered devices, and once it was created the
 * platform neither stops nor repeats it. IoTDA reference: CreateBatchTask, StopBatchTask, RetryBatchTask.
 */
export const downlink = {
  intent: "command",
  stoppable: false,
  retryable: false,
  confirmable: false,
  ways: ["groups", "devices"],
  rows: null,
  packageType: null,
  needs: null,
  undo: null,
  oneWay: false,
  options: () => NO_OPTIONS,
} as const;
