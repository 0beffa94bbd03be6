import type { TaskTypeDefinition } from "../definition";
import { type UpgradeInput, upgrade } from "../shared/upgrade";

/**
 * Upgrades a module of a device. IoTDA reference: CreateBatchTask `package_ids`, ConfirmBatchTask. Inferred: its targets.
 * Stop, retry and the gateway's options are documented for software and firmware only.
 */
export const moduleUpgrade = {
  ...upgrade,
  type: "moduleUpgrade",
  packageType: "modulePackage",
  stoppable: false,
  retryable: false,
  needs: "module-upgrades",
  document: ({ packageId }) => ({ package_ids: [packageId] }),
  options: ({ needsConfirm }) => ({ gatewayMode: false, needsConfirm, extInfo: null }),
} as const satisfies TaskTypeDefinition<UpgradeInput>;
