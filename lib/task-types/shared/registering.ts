import * as z from "zod/mini";
import { NO_OPTIONS, type TaskTypeDefinition } from "../definition";
import { blankCommon, blankRows, type CommonInput, commonInput, commonInputBy } from "./common-input";

/**
 * What the types that change which devices exist have in common: no document, no package, and nothing that the platform
 * would stop or retry. IoTDA reference: CreateBatchTask, StopBatchTask, RetryBatchTask.
 */
const registering = {
  intent: "register",
  stoppable: false,
  retryable: false,
  confirmable: false,
  packageType: null,
  needs: null,
  oneWay: false,
  document: () => null,
  options: () => NO_OPTIONS,
} as const;

type Registering = Omit<TaskTypeDefinition<CommonInput>, "type" | "undo">;

/** Reaches devices that are registered: by group or by list. */
export const onDevices = {
  ...registering,
  ways: ["groups", "devices"],
  rows: null,
  input: z.object(commonInput),
  blank: blankCommon,
} as const satisfies Registering;

/** Takes rows of a spreadsheet; `document_source` is then the only source. IoTDA reference: CreateBatchTask. */
export const onRows = {
  ...registering,
  ways: ["rows"],
  input: z.object(commonInputBy("rows")),
  blank: blankRows,
} as const satisfies Omit<Registering, "rows">;
