import type { Json } from "@/lib/json";
import { type CreatableType, taskTypes } from "@/lib/task-types/registry";
import type { CommonInput } from "@/lib/task-types/shared/common-input";
import { TARGET_WAYS, type TargetWay } from "@/lib/tasks/targets";

/** Answers that are filled in and judged by fields of their own. */
export type OwnPart = "command" | "message" | "shadow";

/** What some types ask for beside what all do; their own parts are read by their own fields. */
type OwnValues = { [P in OwnPart]: unknown } & {
  packageId: string;
  gatewayMode: boolean;
  needsConfirm: boolean;
  extInfo: string;
};

/**
 * What the wizard's form holds. Every way of naming devices stays, so that looking at another one loses nothing;
 * the type's schema keeps only the one that `by` says, and of what other types ask for nothing.
 */
export type WizardValues = Pick<CommonInput, "title" | "schedule"> & {
  targets: { by: TargetWay; groupIds: string[]; targetSetId: string; rowSetId: string };
} & OwnValues;

type Fields = { readonly [key: string]: Json | undefined };

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const strings = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

const fieldsIn = (value: Json | undefined): Fields => (isFields(value) ? value : {});

const text = (value: Json | undefined, otherwise: string): string => (typeof value === "string" ? value : otherwise);
const flag = (value: Json | undefined, otherwise: boolean): boolean => (typeof value === "boolean" ? value : otherwise);
const count = (value: Json | undefined, otherwise: number): number => (typeof value === "number" ? value : otherwise);

/** The form's values from what a draft holds; whatever is absent or of the wrong kind starts where a new draft starts. */
export function valuesFrom(type: CreatableType, content: Json): WizardValues {
  const { blank: start, ways } = taskTypes[type];
  const blank = fieldsIn(start);
  const held = { ...blank, ...fieldsIn(content) };
  const targets = { ...fieldsIn(held.otherTargets), ...fieldsIn(held.targets) };
  const schedule = { ...fieldsIn(blank.schedule), ...fieldsIn(held.schedule) };
  const retry = { ...fieldsIn(fieldsIn(blank.schedule).retry), ...fieldsIn(schedule.retry) };
  return {
    title: text(held.title, ""),
    packageId: text(held.packageId, ""),
    gatewayMode: flag(held.gatewayMode, false),
    needsConfirm: flag(held.needsConfirm, false),
    extInfo: text(held.extInfo, ""),
    command: held.command,
    message: held.message,
    shadow: held.shadow,
    targets: {
      by: TARGET_WAYS.find((way) => way === targets.by && ways.includes(way)) ?? ways[0] ?? "groups",
      groupIds: strings(targets.groupIds),
      targetSetId: text(targets.targetSetId, ""),
      rowSetId: text(targets.rowSetId, ""),
    },
    schedule: {
      start: schedule.start === "at" ? "at" : "now",
      keeper: schedule.keeper === "console" ? "console" : "platform",
      date: text(schedule.date, ""),
      time: text(schedule.time, ""),
      zone: text(schedule.zone, ""),
      retry: { on: flag(retry.on, true), count: count(retry.count, 2), everyMinutes: count(retry.everyMinutes, 5) },
    },
  };
}

/** What a draft holds of these values: the chosen way of naming devices, and what was entered of the others beside it. */
export function contentOf(type: CreatableType, { targets, title, schedule, ...own }: WizardValues): Json {
  const ways: { readonly [W in TargetWay]: Fields } = {
    groups: { groupIds: targets.groupIds },
    devices: targets.targetSetId === "" ? {} : { targetSetId: targets.targetSetId },
    rows: targets.rowSetId === "" ? {} : { rowSetId: targets.rowSetId },
  };
  const others = TARGET_WAYS.filter((way) => way !== targets.by && taskTypes[type].ways.includes(way));
  return {
    ...ownOf(type, own),
    title,
    schedule,
    targets: { by: targets.by, ...ways[targets.by] },
    otherTargets: Object.assign({}, ...others.map((way) => ways[way])),
  };
}

/** Only what this type asks for. */
const ownOf = (type: CreatableType, own: OwnValues): Fields => {
  const asked = fieldsIn(taskTypes[type].blank);
  return Object.fromEntries(Object.entries(own).filter(([key]) => key in asked)) as Fields;
};

/** True when two drafts say the same, whatever the order of their keys. */
export const sameValues = (type: CreatableType, one: Json, other: Json): boolean =>
  JSON.stringify(valuesFrom(type, one)) === JSON.stringify(valuesFrom(type, other));
