import {
  CircuitBoard,
  FilePenLine,
  FilePlus2,
  Hourglass,
  type LucideIcon,
  MessageSquareText,
  PackageOpen,
  Puzzle,
  Route,
  SlidersHorizontal,
  Snowflake,
  Sun,
  Trash2,
  Zap,
} from "lucide-react";
import type { CreatableType } from "@/lib/task-types/registry";

/** A picture for each task type. A type without one does not compile. */
export const typeIcons: { readonly [T in CreatableType]: LucideIcon } = {
  firmwareUpgrade: CircuitBoard,
  softwareUpgrade: PackageOpen,
  moduleUpgrade: Puzzle,
  createDevices: FilePlus2,
  updateDevices: FilePenLine,
  freezeDevices: Snowflake,
  unfreezeDevices: Sun,
  deleteDevices: Trash2,
  changeGateway: Route,
  createCommands: Zap,
  createAsyncCommands: Hourglass,
  createMessages: MessageSquareText,
  updateDeviceShadows: SlidersHorizontal,
};
