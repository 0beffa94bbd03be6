import type { ModelField } from "@/lib/product-model/field";

/** Where in the outermost object of an unfinished JSON text something is being typed, and the stretch it replaces. */
export type JsonContext = { from: number; to: number } & (
  | { at: "key"; used: readonly string[]; hasColon: boolean }
  | { at: "value"; key: string }
);

/** Looks only at what stands before `pos`, because the rest may not be written yet. */
export function contextAt(text: string, pos: number): JsonContext | null {
  let depth = 0;
  let expects: "key" | "value" = "key";
  let key = "";
  let word = -1;
  const used: string[] = [];
  for (let at = 0; at < pos; at += 1) {
    const character = text[at] ?? "";
    if (character === '"') {
      const { end, closed } = stringEnd(text, at);
      if (pos < end || (pos === end && !closed)) return depth === 1 ? contextOf(at, end) : null;
      if (depth === 1 && expects === "key") {
        key = unquoted(text.slice(at, end));
        used.push(key);
      }
      at = end - 1;
      word = -1;
    } else if (/[\w.+-]/.test(character)) {
      if (word === -1) word = at;
    } else {
      word = -1;
      if (character === "{" || character === "[") depth += 1;
      if (character === "}" || character === "]") depth -= 1;
      if (depth === 1 && (character === "," || character === "{")) expects = "key";
      if (depth === 1 && character === ":") expects = "value";
    }
  }
  return depth === 1 ? contextOf(word === -1 ? pos : word, pos) : null;

  function contextOf(from: number, to: number): JsonContext {
    const hasColon = /^\s*:/.test(text.slice(to));
    return expects === "key" ? { at: "key", from, to, used, hasColon } : { at: "value", from, to, key };
  }
}

/** Behind a string's closing quote; the end of its line where it has none. */
function stringEnd(text: string, from: number): { end: number; closed: boolean } {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return { end: at + 1, closed: true };
    else if (text[at] === "\n") return { end: at, closed: false };
  }
  return { end: text.length, closed: false };
}

function unquoted(text: string): string {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(1, -1);
  }
}

/** One thing that fits where one is typing. */
export type Suggestion = { label: string; insert: string; field: ModelField };

/** The model's keys that are not there yet, or the values that the key at hand may have. */
export function suggestionsFor(
  context: JsonContext,
  fields: readonly ModelField[],
  nullClears: boolean,
): readonly Suggestion[] {
  if (context.at === "key")
    return fields
      .filter(({ name }) => !context.used.includes(name))
      .map((field) => ({
        label: field.name,
        insert: `${JSON.stringify(field.name)}${context.hasColon ? "" : ": "}`,
        field,
      }));
  const field = fields.find(({ name }) => name === context.key);
  if (field === undefined) return [];
  const isNumber = field.kind === "integer" || field.kind === "decimal";
  const values = field.kind === "boolean" ? ["true", "false"] : field.choices;
  const texts = values.map((value) => (isNumber || field.kind === "boolean" ? value : JSON.stringify(value)));
  return [...texts, ...(nullClears ? ["null"] : [])].map((insert) => ({ label: insert, insert, field }));
}
