import { exactText, isList, isObject, type Json, membersOf, writeJson } from "@/lib/json";
import { compare, type Decimal, isOnStep, toDecimal } from "./decimal";
import type { ModelField } from "./field";
import type { JsonPath } from "./json-position";
import type { JsonFault } from "./read-json";

/** What can be wrong with a value; each is a key of the `model.issue` messages. */
export type ModelProblem =
  | JsonFault
  | "required"
  | "unknown"
  | "number"
  | "whole"
  | "huge"
  | "below"
  | "above"
  | "outside"
  | "step"
  | "text"
  | "long"
  | "choice"
  | "boolean"
  | "time"
  | "list"
  | "object"
  | "unstorable";

/** One thing wrong, with where it stands in the object that is checked. `values` fill the message's placeholders. */
export type ModelIssue = {
  path: JsonPath;
  message: ModelProblem;
  values?: { readonly [name: string]: string | number };
};

type Found = Omit<ModelIssue, "path"> & { path?: JsonPath };

/** Everything about an object that does not fit its fields. Keys that no field names are named. */
export function checkObject(
  fields: readonly ModelField[],
  object: { readonly [key: string]: Json | undefined },
): readonly ModelIssue[] {
  const members = new Map(membersOf(object));
  const byName = new Map(fields.map((field) => [field.name, field]));
  const unknown = [...members.keys()].filter((key) => !byName.has(key));
  return [
    ...unknown.map((key): ModelIssue => ({ path: [key], message: "unknown", values: { key } })),
    ...fields.flatMap((field) => checkField(field, members.get(field.name))),
  ];
}

/** What is wrong with the value of one field; undefined is no value. The path begins with the field's name. */
export function checkField(field: ModelField, value: Json | undefined): readonly ModelIssue[] {
  if (value === undefined) return field.required ? [{ path: [field.name], message: "required" }] : [];
  const found = problemOf(field, value) ?? unstorable(value);
  return found === null ? [] : [{ ...found, path: [field.name, ...(found.path ?? [])] }];
}

function problemOf(field: ModelField, value: Json): Found | null {
  switch (field.kind) {
    case "integer":
    case "decimal":
      return numberProblem(field, value);
    case "text":
    case "choice":
      return typeof value === "string" ? textProblem(field, value) : { message: "text" };
    case "boolean":
      return typeof value === "boolean" ? null : { message: "boolean" };
    case "time":
      return typeof value === "string" && isWireTime(value) ? null : { message: "time" };
    case "list":
      return listProblem(field, value);
    case "object":
      return isObject(value) ? longProblem(field, writeJson(value).length) : { message: "object" };
    default:
      return null;
  }
}

function numberProblem({ kind, choices, min, max, step, stepFrom }: ModelField, value: Json): Found | null {
  const text = typeof value === "number" ? String(value) : exactText(value);
  if (text === null) return { message: kind === "integer" ? "whole" : "number" };
  if (kind === "integer" && !/^-?\d+$/.test(text)) return { message: "whole" };
  const number = toDecimal(text);
  if (number === null) return { message: "huge" };
  const [least, most, stride] = [min, max, step].map((limit) => toDecimal(limit ?? ""));
  const range = { min: min ?? "", max: max ?? "" };
  const low = least != null && compare(number, least) < 0;
  const high = most != null && compare(number, most) > 0;
  if (low || high) {
    if (min !== null && max !== null) return { message: "outside", values: range };
    return { message: low ? "below" : "above", values: range };
  }
  if (choices.length > 0 && !choices.some((choice) => isSame(choice, number)))
    return { message: "choice", values: { choices: choices.join(", ") } };
  const from = toDecimal(stepFrom);
  if (stride != null && from !== null && !isOnStep(number, from, stride))
    return { message: "step", values: { step: step ?? "", from: stepFrom } };
  return null;
}

const isSame = (choice: string, number: Decimal): boolean => {
  const other = toDecimal(choice);
  return other !== null && compare(other, number) === 0;
};

function textProblem(field: ModelField, text: string): Found | null {
  const { choices } = field;
  if (choices.length > 0 && !choices.includes(text))
    return { message: "choice", values: { choices: choices.join(", ") } };
  return longProblem(field, text.length);
}

function listProblem(field: ModelField, value: Json): Found | null {
  if (!isList(value)) return { message: "list" };
  for (const [at, item] of value.entries()) {
    const found = typeof item === "string" ? longProblem(field, item.length) : { message: "list" as const };
    if (found !== null) return { ...found, path: [at] };
  }
  return null;
}

/** Inferred: characters are counted as Java counts them, those beyond the basic plane as two. */
const longProblem = ({ maxLength }: ModelField, length: number): Found | null =>
  maxLength !== null && length > maxLength ? { message: "long", values: { max: maxLength, length } } : null;

/** `yyyyMMdd'T'HHmmss'Z'` with a day and time that exist. IoTDA reference: conventions. */
export function isWireTime(text: string): boolean {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  at.setUTCHours(hour, minute, second);
  return at.toISOString().replace(/[-:]|\.\d+/g, "") === text;
}

/** A character that no database keeps: NUL, or half of a pair. Also in keys, however deep. */
export function unstorable(value: Json): Found | null {
  if (typeof value === "string") return /\0|\p{Surrogate}/u.test(value) ? { message: "unstorable" } : null;
  const members: readonly (readonly [string | number, Json])[] = isList(value)
    ? value.map((item, index) => [index, item])
    : isObject(value)
      ? membersOf(value)
      : [];
  for (const [key, item] of members) {
    const found = (typeof key === "string" ? unstorable(key) : null) ?? unstorable(item);
    if (found !== null) return { ...found, path: [key, ...(found.path ?? [])] };
  }
  return null;
}
