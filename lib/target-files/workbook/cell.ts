import type { Mark } from "../verdict";
import type { Format } from "./formats";

/** A cell as people see it, and what is special about it. */
export type Cell = { text: string; mark: Mark | null };

/** Larger whole numbers have lost digits: Excel keeps 15. */
const MAX_EXACT = 999_999_999_999_999;
const DAY_MS = 86_400_000;

/** A cell as the file has it: its type, value, formula (null without one) and format. */
export type RawCell = { type: string; value: string; formula: string | null; format: Format };

/** The text of a cell. Whole numbers that Excel kept are exact; a formula is never taken for its last result. */
export function cellOf({ type, value, formula, format }: RawCell, shared: readonly string[]): Cell {
  if (formula !== null) return { text: formula === "" ? `=${value}` : `=${unescaped(formula)}`, mark: "formula" };
  if (type === "s") return { text: shared[Number(value)] ?? "", mark: null };
  if (type === "b") return { text: value === "1" ? "TRUE" : "FALSE", mark: "excel-boolean" };
  if (type === "e") return { text: value, mark: "excel-error" };
  if (type === "d") return { text: value, mark: "date" };
  if (type === "str" || type === "inlineStr") return { text: unescaped(value), mark: null };
  return numberCell(value, format);
}

function numberCell(value: string, format: Format): Cell {
  if (value === "") return { text: "", mark: null };
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value, mark: "excel-error" };
  if (format === "date") return { text: dayOf(number), mark: "date" };
  if (Math.abs(number) > MAX_EXACT) return { text: value, mark: "excel-number" };
  if (!Number.isInteger(number)) return { text: String(number), mark: null };
  const text = String(number);
  return { text: format === null || number < 0 ? text : text.padStart(format.digits, "0"), mark: null };
}

/** The day or time that a number stands for, counted from the end of 1899. Only for people to recognise the cell. */
function dayOf(days: number): string {
  const instant = new Date(Date.UTC(1899, 11, 30) + Math.round(days * DAY_MS));
  if (Number.isNaN(instant.getTime())) return String(days);
  const [day = "", time = ""] = instant.toISOString().split("T");
  return days % 1 === 0 ? day : `${day} ${time.slice(0, 5)}`;
}

/** `_x000D_` stands for a character that XML can not hold, and `_x005F_` for a `_` that only looks like its start. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
