import type { CreatableType } from "@/lib/task-types/registry";

const UPGRADES = ["firmwareUpgrade", "softwareUpgrade", "moduleUpgrade"] as const;
const WITH_EFFECT = [
  "createDevices",
  "updateDevices",
  "freezeDevices",
  "unfreezeDevices",
  "deleteDevices",
  "changeGateway",
] as const;

/** The types whose words speak of a package. */
export type UpgradeType = (typeof UPGRADES)[number];
export const isUpgrade = (type: CreatableType): type is UpgradeType => UPGRADES.some((upgrade) => upgrade === type);

/** The types whose first step says what they do, because it asks for nothing. */
export const hasEffect = (type: CreatableType): type is (typeof WITH_EFFECT)[number] =>
  WITH_EFFECT.some((plain) => plain === type);
