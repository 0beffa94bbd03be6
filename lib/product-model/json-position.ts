import type { JsonNode, Span } from "./json-node";

export type JsonPath = readonly (string | number)[];

/** Line and column of an offset, both counted from 1, as editors show them. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where a path leads in a JSON text; the nearest value above it where it names nothing. */
export function spanOf(node: JsonNode, path: JsonPath): Span {
  const [step, ...rest] = path;
  if (step === undefined) return { from: node.from, to: node.to };
  const next =
    node.kind === "object"
      ? node.entries.find(({ key }) => key === step)?.value
      : node.kind === "array" && typeof step === "number"
        ? node.items[step]
        : undefined;
  return next === undefined ? { from: node.from, to: node.to } : spanOf(next, rest);
}

/** The key at the end of a path, without its value; null where the path ends at none. */
export function keySpanOf(node: JsonNode, path: JsonPath): Span | null {
  const [step, ...rest] = path;
  if (node.kind === "array" && typeof step === "number") {
    const item = node.items[step];
    return item === undefined ? null : keySpanOf(item, rest);
  }
  const entry = node.kind === "object" ? node.entries.find(({ key }) => key === step) : undefined;
  if (entry === undefined) return null;
  return rest.length === 0 ? entry.at : keySpanOf(entry.value, rest);
}
