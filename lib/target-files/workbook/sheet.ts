import { RefusedList } from "../verdict";
import { type Cell, cellOf } from "./cell";
import type { Format } from "./formats";
import { xmlReader } from "./xml";

/** A row under the number that Excel shows. Cells that are not in the file are null. */
export type SheetRow = { number: number; hidden: boolean; cells: readonly (Cell | null)[] };

/** What cells need from the rest of the workbook. */
export type Shared = { strings: readonly string[]; formats: readonly Format[] };

/** Excel's own limits. */
const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;

/** Reads a sheet, row by row as they are complete. `merged` counts the merged areas found so far. */
export function sheetReader(shared: Shared, onRow: (row: SheetRow) => void) {
  let row: { number: number; hidden: boolean; cells: (Cell | null)[] } = { number: 0, hidden: false, cells: [] };
  let column = 0;
  let type = "";
  let format: Format = null;
  let value = "";
  let formula: string | null = null;
  let into: "value" | "formula" | null = null;
  let inAid = false;
  let merged = 0;

  const reader = xmlReader({
    open: (name, attribute) => {
      if (name === "row") {
        const number = attribute("r") === "" ? row.number + 1 : Number(attribute("r"));
        if (!(Number.isInteger(number) && number > row.number && number <= MAX_ROW)) throw damaged();
        row = { number, hidden: isTrue(attribute("hidden")), cells: [] };
        column = 0;
      } else if (name === "c") {
        column = columnOf(attribute("r")) ?? column;
        if (column >= MAX_COLUMN) throw damaged();
        type = attribute("t");
        format = shared.formats[Number(attribute("s") || 0)] ?? null;
        value = "";
        formula = null;
      } else if (name === "v" || name === "t") into = "value";
      else if (name === "f") {
        into = "formula";
        formula = "";
      } else if (name === "rPh") inAid = true;
      else if (name === "mergeCell") merged += 1;
    },
    close: (name) => {
      if (name === "row") onRow(row);
      else if (name === "c") {
        while (row.cells.length < column) row.cells.push(null);
        row.cells[column] = cellOf({ type, value, formula, format }, shared.strings);
        column += 1;
      } else if (name === "rPh") inAid = false;
      else if (name === "v" || name === "t" || name === "f") into = null;
    },
    text: (text) => {
      if (into === "value" && !inAid) value += text;
      else if (into === "formula") formula += text;
    },
  });
  return { ...reader, merged: () => merged };
}

const damaged = () => new RefusedList("workbook-damaged");

const isTrue = (text: string) => text === "1" || text === "true";

/** Column of a reference such as B12, counted from 0; null without one. */
function columnOf(reference: string): number | null {
  let column = 0;
  let at = 0;
  for (let code = reference.charCodeAt(0); code >= 65 && code <= 90; code = reference.charCodeAt(at)) {
    column = column * 26 + code - 64;
    at += 1;
    if (column > MAX_COLUMN) throw damaged();
  }
  return at === 0 ? null : column - 1;
}
