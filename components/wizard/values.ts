import type { Json } from "@/lib/json";
import { type CreatableType, taskTypes } from "@/lib/task-types/registry";
import type { UpgradeInput } from "@/lib/task-types/shared/upgrade";

/**
 * What the wizard's form holds. Both ways of naming devices stay, so that looking at the other one loses nothing;
 * the type's schema keeps only the one that `by` says.
 */
export type WizardValues = Omit<UpgradeInput, "targets"> & {
  targets: { by: "groups" | "devices"; groupIds: string[]; targetSetId: string };
};

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
  const blank = fieldsIn(taskTypes[type].blank);
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
    targets: {
      by: targets.by === "devices" ? "devices" : "groups",
      groupIds: strings(targets.groupIds),
      targetSetId: text(targets.targetSetId, ""),
    },
    schedule: {
      start: schedule.start === "at" ? "at" : "now",
      date: text(schedule.date, ""),
      time: text(schedule.time, ""),
      zone: text(schedule.zone, ""),
      retry: { on: flag(retry.on, true), count: count(retry.count, 2), everyMinutes: count(retry.everyMinutes, 5) },
    },
  };
}

/** What a draft holds of these values: the chosen way of naming devices, and what was entered of the other beside it. */
export function contentOf({ targets: { by, groupIds, targetSetId }, ...rest }: WizardValues): Json {
  const groups = { groupIds };
  const devices = targetSetId === "" ? {} : { targetSetId };
  return by === "groups"
    ? { ...rest, targets: { by, ...groups }, otherTargets: devices }
    : { ...rest, targets: { by, ...devices }, otherTargets: groups };
}

/** True when two drafts say the same, whatever the order of their keys. */
export const sameValues = (type: CreatableType, one: Json, other: Json): boolean =>
  JSON.stringify(valuesFrom(type, one)) === JSON.stringify(valuesFrom(type, other));
