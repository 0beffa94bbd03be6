import type { SubTaskStatus } from "./status";

/** How a task's content is used again; every way makes a draft, and a draft sends nothing. */
export const REUSES = ["clone", "template", "follow-up", "undo"] as const;
export type Reuse = (typeof REUSES)[number];

/** Which devices of a task: those that were chosen one by one, all of one state, or all. */
export type DeviceChoice = "chosen" | "all" | SubTaskStatus;

/**
 * What a person has to know about a prepared draft. `rows-erased`: the spreadsheet is to be brought again.
 * `start-dropped`: its start is over or was its own. `made-elsewhere`: only what the platform echoes is known.
 * `devices-not-told`, `what-not-told`: the platform does not echo them. `open-fields`: left open by the template.
 * `fill-inverse`, `choose-previous`: the undo has to be filled in. `versions-not-told`: what ran before is not known.
 */
export const ORIGIN_NOTES = [
  "rows-erased",
  "start-dropped",
  "made-elsewhere",
  "devices-not-told",
  "what-not-told",
  "open-fields",
  "fill-inverse",
  "choose-previous",
  "versions-not-told",
] as const;
export type OriginNote = (typeof ORIGIN_NOTES)[number];

/** Where a prepared draft came from. `id` and `title` are the task's, or the template's, as they were then. */
export type DraftOrigin = {
  from: Reuse;
  id: string;
  title: string;
  /** The devices that were frozen from it; null when none were. */
  devices: { count: number; which: DeviceChoice } | null;
  notes: readonly OriginNote[];
  /** Versions that the devices may have had before, by what the package could be installed over. */
  versions: readonly string[];
};

/** What a template can leave open, to be answered each time. */
export const TEMPLATE_PARTS = ["title", "what", "targets", "schedule"] as const;
export type TemplatePart = (typeof TEMPLATE_PARTS)[number];

export const MAX_TEMPLATE_NAME = 100;
/** Templates of one resource space; more are a list that nobody finds anything in. */
export const MAX_TEMPLATES = 200;
