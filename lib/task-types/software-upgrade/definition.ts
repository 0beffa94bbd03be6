import type { TaskTypeDefinition } from "../definition";
import { type UpgradeInput, upgrade } from "../shared/upgrade";

export const softwareUpgrade = {
  ...upgrade,
  type: "softwareUpgrade",
  packageType: "softwarePackage",
} as const satisfies TaskTypeDefinition<UpgradeInput>;
