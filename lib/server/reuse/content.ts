import { isList, isObject, type Json } from "@/lib/json";
import { type CreatableType, taskTypes } from "@/lib/task-types/registry";
import type { TemplatePart } from "@/lib/tasks/origin";

export type Fields = { readonly [key: string]: Json | undefined };

export const fieldsIn = (value: Json | undefined): Fields => (value !== undefined && isObject(value) ? value : {});

/** Which part of a template a field of a draft belongs to; what is not common to all types is its own "what". */
const partOf = (key: string): TemplatePart =>
  key === "title" || key === "targets" || key === "schedule" ? key : "what";

/** What a type's draft holds, of what is known: a field of another type, or of another way of choosing, is left out. */
export function merged(type: CreatableType, known: Fields): Fields {
  const blank = fieldsIn(taskTypes[type].blank);
  const asked = Object.entries(known).filter(([key, value]) => key in blank && value !== undefined);
  return { ...blank, ...Object.fromEntries(asked) };
}

/** Starts at once until a person says otherwise: an hour that was meant for one task is never taken over. */
export function restarted(type: CreatableType, content: Fields): { content: Fields; dropped: boolean } {
  const blank = fieldsIn(fieldsIn(taskTypes[type].blank).schedule);
  const held = fieldsIn(content.schedule);
  const start = { start: "now", keeper: blank.keeper, date: "", time: "" };
  return { content: { ...content, schedule: { ...blank, ...held, ...start } }, dropped: held.start === "at" };
}

/** The same draft with some parts as a new one has them. */
export function opened(type: CreatableType, content: Fields, open: readonly TemplatePart[]): Fields {
  const blank = fieldsIn(taskTypes[type].blank);
  return Object.fromEntries(
    Object.keys(blank).map((key) => [key, open.includes(partOf(key)) ? blank[key] : (content[key] ?? blank[key])]),
  );
}

/**
 * The same form with nothing filled in: product, service and fields stay, so that a person fills in what is to be
 * instead. Values, JSON and what is cleared are what a person fills in, wherever they stand.
 */
export function unfilled(value: Json): Json {
  if (isList(value)) return value.map(unfilled);
  if (!isObject(value)) return value;
  const rest = Object.entries(value).map(([key, item]) => [key, item === undefined ? undefined : unfilled(item)]);
  const own: Fields = Object.fromEntries(rest);
  if (!("values" in value && "json" in value)) return own;
  return { ...own, values: [], json: "", ...("cleared" in value && { cleared: [], change: "set" }) };
}
