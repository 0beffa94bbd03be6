import { readFile } from "node:fs/promises";
import path from "node:path";
import type { TaskType } from "@/lib/tasks/task-type";
import { blobSource, type ListSource } from "./source";

/** The official workbook of a task type where an operator has put one, as `<type>.xlsx`; null where there is none. */
export async function operatorTemplate(directory: string, type: TaskType): Promise<ListSource | null> {
  try {
    return blobSource(new Blob([await readFile(path.join(directory, `${type}.xlsx`))]));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
