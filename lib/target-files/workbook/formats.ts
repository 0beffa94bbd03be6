import { xmlReader } from "./xml";

/** What a cell's number format makes of its number: a date, digits filled up with zeros, or nothing that matters. */
export type Format = "date" | { digits: number } | null;

/** The formats of Excel itself that show a date or a time. */
const BUILT_IN_DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** Reads a workbook's styles: the format of each style by its number. */
export function formatReader() {
  const codes = new Map<string, string>();
  const styles: string[] = [];
  let inCells = false;
  const reader = xmlReader({
    open: (name, attribute) => {
      if (name === "numFmt") codes.set(attribute("numFmtId"), attribute("formatCode"));
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) styles.push(attribute("numFmtId"));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
    text: () => {},
  });
  return {
    ...reader,
    formats: (): readonly Format[] => styles.map((id) => formatOf(Number(id), codes.get(id) ?? "")),
  };
}

function formatOf(id: number, code: string): Format {
  if (BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to)) return "date";
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  if (/^0{2,}$/.test(bare)) return { digits: bare.length };
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare) ? "date" : null;
}
