import { membersOf, plainObject } from "@/lib/json";
import type { ModelField } from "@/lib/product-model/field";
import { readObject } from "@/lib/product-model/read-object";
import { type FormValues, formOf } from "@/lib/product-model/values";

/**
 * The form for a JSON text, or why it has to stay JSON: `keys` that no field shows without changing them, or null for a
 * text that is no object. `cleared` are the keys that are null, where null has a meaning. An empty text is an empty form.
 */
export type Switched =
  | { ok: true; values: FormValues; cleared: readonly string[] }
  | { ok: false; keys: readonly string[] | null };

export function toForm(text: string, fields: readonly ModelField[], nullClears: boolean): Switched {
  if (text.trim() === "") return { ok: true, values: [], cleared: [] };
  const object = readObject(text);
  if (object === null) return { ok: false, keys: null };
  const members = membersOf(object);
  const cleared = nullClears ? members.filter(([, value]) => value === null).map(([name]) => name) : [];
  const shown = formOf(fields, plainObject(members.filter(([name]) => !cleared.includes(name))));
  return shown.ok ? { ok: true, values: shown.values, cleared } : shown;
}
