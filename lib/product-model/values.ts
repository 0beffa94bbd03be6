import { exactNumber, exactText, isList, isObject, type Json, membersOf, NUMBER_TEXT, plainObject } from "@/lib/json";
import type { FieldKind, ModelField } from "./field";
import { formatJson } from "./format-json";
import { jsonIn } from "./json-node";
import { readJson } from "./read-json";

/** What stands in one control: a text, or the entries of a list. */
export type FormText = string | readonly string[];

/**
 * One filled field. A field that is not sent has no entry, so that an empty text and no text are two things. A list and
 * not an object, because a parameter may be called `__proto__`.
 */
export type FormValue = { name: string; value: FormText };
export type FormValues = readonly FormValue[];

export const inForm = (values: FormValues, name: string): FormText | null =>
  values.find((one) => one.name === name)?.value ?? null;

/** The values with one field changed; null takes it out. */
export const withValue = (values: FormValues, name: string, value: FormText | null): FormValues => {
  const others = values.filter((one) => one.name !== name);
  if (value === null) return others;
  return others.length === values.length
    ? [...values, { name, value }]
    : values.map((one) => (one.name === name ? { name, value } : one));
};

/** Kinds whose empty control means that nothing was given. */
const NEVER_EMPTY: readonly FieldKind[] = ["integer", "decimal", "boolean", "time", "object", "json"];
const isNothing = (kind: FieldKind, text: FormText): boolean => text === "" && NEVER_EMPTY.includes(kind);

/** The value of a control as JSON. What can not be read as the field's kind stays the text that it is. */
export function jsonOf({ kind }: ModelField, text: FormText): Json {
  if (typeof text !== "string") return text;
  switch (kind) {
    case "integer":
    case "decimal":
      return NUMBER_TEXT.test(text) ? exactNumber(text) : text;
    case "boolean":
      return text === "true" || (text === "false" ? false : text);
    case "object":
    case "json": {
      const read = readJson(text);
      return read.ok ? jsonIn(read.node) : text;
    }
    default:
      return text;
  }
}

/** What a control shows for a JSON value; null when it can not show it without changing it. */
export function textOf({ kind }: ModelField, value: Json): FormText | null {
  if (kind === "json") return formatJson(value);
  if (kind === "object")
    return isObject(value) ? formatJson(value) : typeof value === "string" ? unreadable(value) : null;
  if (kind === "list") return isTexts(value) ? value : null;
  if (typeof value === "string") return isNothing(kind, value) ? null : value;
  if (kind === "boolean") return typeof value === "boolean" ? String(value) : null;
  if (kind !== "integer" && kind !== "decimal") return null;
  return typeof value === "number" ? String(value) : exactText(value);
}

/** A text that is meant as JSON and is none yet; null for one that would be read as something else. */
const unreadable = (text: string): string | null => (text === "" || readJson(text).ok ? null : text);

const isTexts = (value: Json): value is readonly string[] =>
  isList(value) && value.every((item) => typeof item === "string");

/** The JSON object that a form stands for. */
export const objectOf = (fields: readonly ModelField[], values: FormValues): { readonly [key: string]: Json } =>
  plainObject(
    fields.flatMap((field) => {
      const text = inForm(values, field.name);
      return text === null || isNothing(field.kind, text) ? [] : [[field.name, jsonOf(field, text)] as const];
    }),
  );

export type Shown = { ok: true; values: FormValues } | { ok: false; keys: readonly string[] };

/** The form for a JSON object; or the keys that it has no field for, or can not show. */
export function formOf(fields: readonly ModelField[], object: { readonly [key: string]: Json | undefined }): Shown {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const values: FormValue[] = [];
  const keys: string[] = [];
  for (const [name, item] of membersOf(object)) {
    const field = byName.get(name);
    const value = field === undefined ? null : textOf(field, item);
    if (value === null) keys.push(name);
    else values.push({ name, value });
  }
  return keys.length > 0 ? { ok: false, keys } : { ok: true, values };
}
