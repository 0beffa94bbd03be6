import { type JsonPath, keySpanOf, lineAndColumn, spanOf } from "@/lib/product-model/json-position";
import { readJson } from "@/lib/product-model/read-json";

/** One thing that is wrong in a JSON text, where it stands. */
export type JsonMark = { from: number; to: number; line: number; column: number; words: string };

/** Where the issues of a JSON text stand, from its beginning; `path` leads into the text. A text that is no JSON is marked at its first fault. */
export function jsonMarks(text: string, issues: readonly { path: JsonPath; words: string }[]): readonly JsonMark[] {
  const read = readJson(text);
  const marks = issues.map(({ path, words }) => {
    const span = read.ok ? placeOf(read.node, path) : { from: read.at, to: read.at + 1 };
    const from = Math.min(span.from, text.length);
    return { from, to: Math.min(Math.max(span.to, from), text.length), ...lineAndColumn(text, from), words };
  });
  return marks.toSorted((one, other) => one.from - other.from);
}

/** The value itself; its key where the value is a whole object or list; the opening bracket for what is not there. */
function placeOf(node: Parameters<typeof spanOf>[0], path: JsonPath): { from: number; to: number } {
  const key = keySpanOf(node, path);
  const value = spanOf(node, path);
  if (key !== null) return value.to - value.from > 40 ? key : { from: key.from, to: value.to };
  const above = spanOf(node, path.slice(0, -1));
  return path.length === 0 || typeof path.at(-1) === "number" ? value : { from: above.from, to: above.from + 1 };
}
