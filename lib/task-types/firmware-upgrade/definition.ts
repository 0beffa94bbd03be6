import type { TaskTypeDefinition } from "../definition";
import { type UpgradeInput, upgrade } from "../shared/upgrade";

export const firmwareUpgrade = {
  ...upgrade,
  type: "firmwareUpgrade",
  packageType: "firmwarePackage",
} as const satisfies TaskTypeDefinition<UpgradeInput>;
