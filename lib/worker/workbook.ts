import { parseRowSheet } from "@/lib/target-files/row-sheet";
import { writeWorkbook } from "@/lib/target-files/write-workbook";
import { isCreatable, taskTypes } from "@/lib/task-types/registry";
import type { TaskType } from "@/lib/tasks/task-type";

const SHEET = "Devices";

/** The workbook that the platform is given for opened rows; they are judged once more. Throws when they are damaged. */
export async function workbookOf(type: TaskType, text: string): Promise<Uint8Array> {
  const kind = isCreatable(type) ? taskTypes[type].rows : null;
  if (kind === null) throw new Error(`Tasks of type ${type} take no rows`);
  const parsed = parseRowSheet(kind, text);
  // The issue itself can name a cell's content.
  if (!parsed.ok) throw new Error(`The rows of a task of type ${type} are damaged`);
  const { columns, rows } = parsed.sheet;
  return writeWorkbook({ sheet: SHEET, header: columns, rows });
}
