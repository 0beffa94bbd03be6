import type { DeviceGroup } from "@/lib/fleet/fleet";
import type { Json } from "@/lib/json";
import type { DraftOrigin } from "./origin";
import type { SubmissionState } from "./submission";
import type { RowKind } from "./targets";
import type { TaskType } from "./task-type";

/** The wizard's steps, in order. */
export const STEPS = ["what", "who", "when", "review"] as const;
export type Step = (typeof STEPS)[number];

/**
 * A draft as the wizard opens it. `revision` grows with every save; a save against an older one is refused as
 * `invalid` at path `revision`, so that two tabs never overwrite each other unseen. `taskId` is set once submitted.
 */
export type DraftView = {
  id: string;
  type: TaskType;
  state: SubmissionState;
  spaceId: string;
  step: Step;
  content: Json;
  revision: number;
  savedAt: string;
  targetSet: TargetSetView | null;
  rowSet: RowSetView | null;
  /** The task or template that it was prepared from; null when a person began it. */
  origin: DraftOrigin | null;
};

/** A frozen list of device IDs with where it came from. `sample` holds the first few. */
export type TargetSetView = { id: string; count: number; source: string; savedAt: string; sample: readonly string[] };

/** Judged rows of a spreadsheet, kept encrypted. `sample` shows the first few by node or device ID, never a secret. */
export type RowSetView = {
  id: string;
  kind: RowKind;
  count: number;
  /** Files for the platform, and so tasks, that they make: several from 30,000 rows or 2 MB on. */
  parts: number;
  source: string;
  savedAt: string;
  sample: readonly string[];
};

/** A device group in the picker; `count` null while unknown. */
export type GroupView = DeviceGroup & { count: number | null };
