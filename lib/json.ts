/** What survives `JSON.parse(JSON.stringify(x))` unchanged. A Date does not. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A number as JSON writes it. */
export const NUMBER_TEXT = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The one key of an object that stands for a number; with another $ before it, of an object that only looks like it. */
const EXACT = "$number";
const LOOKS_EXACT = /^\$+number$/;
const MARKED = /^\$\$+number$/;

/**
 * A number in the very words it is written. A JavaScript number that would say the same stays one; 9007199254740993 or
 * 1.50 becomes `{"$number": "1.50"}`, which survives databases and forms and which `writeJson` writes as 1.50.
 */
export const exactNumber = (text: string): Json => (String(Number(text)) === text ? Number(text) : { [EXACT]: text });

/** An object as it is read from outside: one that merely looks like an exact number is marked as no number. */
export function plainObject(entries: readonly (readonly [string, Json])[]): { readonly [key: string]: Json } {
  const [only, ...more] = entries;
  const looks = only !== undefined && more.length === 0 && LOOKS_EXACT.test(only[0]);
  return Object.fromEntries(looks ? [[`$${only[0]}`, only[1]]] : entries);
}

/** The text of an exact number; null for every other value. */
export function exactText(value: Json): string | null {
  const one = onlyEntry(value);
  return one !== null && one[0] === EXACT && typeof one[1] === "string" && NUMBER_TEXT.test(one[1]) ? one[1] : null;
}

/** The members of an object that has any value, an object that only looks like a number under its own key again. */
export function membersOf(object: { readonly [key: string]: Json | undefined }): readonly (readonly [string, Json])[] {
  const one = onlyEntry(object);
  if (one !== null && MARKED.test(one[0])) return [[one[0].slice(1), one[1]]];
  return Object.entries(object).flatMap(([key, item]) => (item === undefined ? [] : [[key, item] as const]));
}

/** As `JSON.stringify`, with exact numbers written as the numbers that they stand for. */
export function writeJson(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(writeJson).join(",")}]`;
  const members = membersOf(value).map(([key, item]) => `${JSON.stringify(key)}:${writeJson(item)}`);
  return exactText(value) ?? `{${members.join(",")}}`;
}

/** True for an object that is neither a list nor an exact number. */
export const isObject = (value: Json): value is { readonly [key: string]: Json | undefined } =>
  typeof value === "object" && value !== null && !isList(value) && exactText(value) === null;

// Array.isArray does not know lists that can not be written to.
export const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function onlyEntry(value: Json): readonly [string, Json] | null {
  if (typeof value !== "object" || value === null || isList(value)) return null;
  const [only, ...more] = Object.entries(value);
  return only?.[1] === undefined || more.length > 0 ? null : [only[0], only[1]];
}
