import type { TemplatePart } from "./origin";
import type { TaskType } from "./task-type";

/** A template as the list shows it. `devices` counts a list of device IDs that is kept with it; null without one. */
export type TemplateRow = {
  id: string;
  name: string;
  type: TaskType;
  open: readonly TemplatePart[];
  devices: number | null;
  createdBy: string;
  createdAt: string;
  used: number;
};
