import type { Logger } from "pino";
import type { Bell } from "@/lib/bell";
import type { Database } from "@/lib/db/database";
import type { Sealing } from "@/lib/db/sealing";
import type { Iotda } from "@/lib/iotda/iotda";
import type { ListSource } from "@/lib/target-files/source";
import type { TaskType } from "@/lib/tasks/task-type";

/** The operations that a worker needs. */
export type WorkerIotda = Pick<
  Iotda,
  | "createTask"
  | "listTasks"
  | "showTask"
  | "stopTask"
  | "retryTask"
  | "confirmTask"
  | "deleteTask"
  | "listResourceSpaces"
  | "uploadTaskFile"
  | "listTaskFiles"
  | "deleteTaskFile"
>;

/** What the jobs stand on. `now` is in epoch milliseconds, `random` from 0 to 1, `holder` names this worker. */
export type WorkerDeps = {
  database: Database;
  iotda: WorkerIotda;
  logger: Pick<Logger, "info" | "warn" | "error">;
  bell: Bell;
  sealing: Sealing;
  /** The official workbook of a task type where an operator has put one. */
  template: (type: TaskType) => Promise<ListSource | null>;
  now: () => number;
  random: () => number;
  newId: () => string;
  holder: string;
};

/** One turn of a job: does what is due and answers in how many milliseconds it wants its next turn. */
export type Job = () => Promise<number>;
