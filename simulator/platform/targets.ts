import { type JsonObject, textOf } from "../json";
import { rowsFor } from "./file-rows";
import type { Target, Task } from "./task";
import type { World } from "./world";

/**
 * The targets of a task at this moment, or why there are none. Inferred: groups are expanded and files are read
 * when the task initialises. A device that is named twice is one target; a file's rows are all targets.
 */
export function targetsOf(world: World, task: Task): Target[] | { fault: string } {
  const { source } = task;
  if (source.kind === "file") {
    const rows = rowsOf(world, task.type, source.id);
    if ("fault" in rows) return rows;
    task.source = { kind: "rows", rows };
    return targetsOf(world, task);
  }
  if (source.kind === "rows") return source.rows.map((row) => ({ target: targetOf(task.type, row), row }));
  const ids = source.kind === "devices" ? source.ids : idsOf(world, source.ids);
  return [...new Set(ids)].map((target) => ({ target }));
}

function idsOf(world: World, groupIds: string[]): string[] {
  const groups = world.groups.filter((group) => groupIds.includes(group.id));
  return groups.flatMap((group) => world.devicesIn(group).map((device) => device.id));
}

function rowsOf(world: World, type: string, fileId: string): JsonObject[] | { fault: string } {
  const file = world.files.find(fileId, world.now);
  if (!file) return { fault: "The batch task file does not exist any more." };
  if ("fault" in file.content) return file.content;
  return rowsFor(type, file.content.sheets) ?? { fault: "The file has no heading row for this task type." };
}

/** IoTDA reference: TaskDetail. For createDevices product id and node id; inferred: how they are joined. */
function targetOf(type: string, row: JsonObject): string {
  const text = (key: string) => textOf(row, key) ?? "";
  return type === "createDevices" ? `${text("product_id")}_${text("node_id")}` : text("device_id");
}
