import type { CreatableType } from "@/lib/task-types/registry";
import type { Runtime } from "../runtime";

/** What the verbs that change something stand on, so that tests can hand in a database and a clock of their own. */
export type ServerDeps = Pick<Runtime, "database" | "bell" | "now" | "newId" | "sealing" | "template"> & {
  chineseTaskNames: boolean;
  /** The types that this instance is said to have. */
  offered: readonly CreatableType[];
  /** Rows that one file for the platform may have. */
  taskFileRows: number;
};
