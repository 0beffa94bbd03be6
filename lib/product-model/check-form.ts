import { checkObject, type ModelIssue } from "./check";
import type { ModelField } from "./field";
import { readJson } from "./read-json";
import { type FormValues, inForm, objectOf } from "./values";

/** Everything about a filled form that does not fit its fields; the paths begin with the field's name. */
export function checkForm(fields: readonly ModelField[], values: FormValues): readonly ModelIssue[] {
  const faults = fields.flatMap((field) => textFault(field, values));
  const unread = new Set(faults.map(({ path }) => path[0]));
  const others = checkObject(fields, objectOf(fields, values));
  return [...faults, ...others.filter(({ path }) => !unread.has(path[0]))];
}

/** A text that is meant as JSON and is none. As a value it would be sent as that text. */
function textFault({ name, kind }: ModelField, values: FormValues): readonly ModelIssue[] {
  const text = kind === "object" || kind === "json" ? inForm(values, name) : null;
  if (typeof text !== "string" || text === "") return [];
  const read = readJson(text);
  return read.ok ? [] : [{ path: [name], message: read.fault }];
}
