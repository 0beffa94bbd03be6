import type { ReuseBlock, ReuseFacts } from "@/lib/tasks/reusing";
import type { TaskType } from "@/lib/tasks/task-type";
import { type CreatableType, isCreatable, taskTypes } from "./registry";

/** What a task's type says about using it again, where these types are offered. */
export function reuseFacts(type: TaskType, offered: readonly CreatableType[]): ReuseFacts {
  const definition = isCreatable(type) ? taskTypes[type] : null;
  const undo = undoType(type);
  return {
    again: typeBlock(type, offered),
    undo: undo === null ? "no-undo" : typeBlock(undo, offered),
    undoBy: definition?.undo?.by ?? "none",
    registers: definition?.rows === "registration",
    takesRows: definition !== null && definition.rows !== null,
    followUps: offered.filter((one) => taskTypes[one].ways.includes("devices")),
  };
}

function typeBlock(type: TaskType, offered: readonly CreatableType[]): ReuseBlock | null {
  if (!isCreatable(type)) return "type-unknown";
  return offered.includes(type) ? null : "type-not-offered";
}

/** The type of the task that takes one of this type back; null where there is none. */
export function undoType(type: TaskType): TaskType | null {
  if (!isCreatable(type)) return null;
  const { undo } = taskTypes[type];
  if (undo === null) return null;
  return undo.by === "type" ? undo.type : type;
}
