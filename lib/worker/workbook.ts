import { platformSheet } from "@/lib/target-files/platform-sheet";
import { parseRowSheet } from "@/lib/target-files/row-sheet";
import { writeWorkbook } from "@/lib/target-files/write-workbook";
import { isCreatable, taskTypes } from "@/lib/task-types/registry";
import type { TaskType } from "@/lib/tasks/task-type";
import type { WorkerDeps } from "./deps";

/**
 * The workbook that the platform is given for opened rows; they are judged once more. Null while the operator's template
 * does not fit them. Throws when they are damaged.
 */
export async function workbookOf(
  { template }: Pick<WorkerDeps, "template">,
  type: TaskType,
  text: string,
): Promise<Uint8Array | null> {
  const kind = isCreatable(type) ? taskTypes[type].rows : null;
  if (kind === null) throw new Error(`Tasks of type ${type} take no rows`);
  const parsed = parseRowSheet(kind, text);
  // The issue itself can name a cell's content.
  if (!parsed.ok) throw new Error(`The rows of a task of type ${type} are damaged`);
  const laid = await platformSheet(kind, parsed.sheet, await template(type));
  return laid.ok ? writeWorkbook(laid.sheet) : null;
}
