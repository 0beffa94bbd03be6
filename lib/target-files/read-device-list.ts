import { findLayout } from "./layout";
import { listTally, type Reading } from "./list-tally";
import { readTable } from "./read-table";
import { isBlank } from "./records";
import type { ListSource } from "./source";
import type { Watching } from "./table";
import type { Choice, Refusal } from "./verdict";

/** Reads a list of device IDs, first occurrence and order kept. Expected trouble is a refusal; only an abort throws. */
export function readDeviceList(source: ListSource, choice: Choice, watching: Watching): Promise<Reading | Refusal> {
  return readTable(source, choice.sheet, watching, (sample) => {
    const { above, header, columns, column } = findLayout(sample, choice);
    const tally = listTally(choice.fixes ?? new Set());
    let notRead = above + (header ? 1 : 0);
    return {
      record: (cells, line, marks, hash) => {
        if (isBlank(cells)) tally.blank();
        else if (notRead > 0) notRead -= 1;
        else if (column !== "every")
          tally.cell(cells[column] ?? "", line, marks?.get(column), column === 0 ? hash : undefined);
        else for (const [at, cell] of cells.entries()) if (!isBlank([cell])) tally.cell(cell, line, marks?.get(at));
      },
      end: (facts) => tally.end({ above, header, columns, column, ...facts }),
    };
  });
}
