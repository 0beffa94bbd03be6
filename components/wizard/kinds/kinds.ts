import type { CreatableType } from "@/lib/task-types/registry";
import { asyncCommandKind, commandKind } from "./command";
import type { WizardKind } from "./kind";
import { messageKind } from "./message";
import { plainKind } from "./plain";
import { shadowKind } from "./shadow";
import { upgradeKind } from "./upgrade";

/** What each type asks for in its first step. A type without an entry does not compile. */
export const wizardKinds: { readonly [T in CreatableType]: WizardKind } = {
  firmwareUpgrade: upgradeKind,
  softwareUpgrade: upgradeKind,
  moduleUpgrade: upgradeKind,
  createDevices: plainKind,
  updateDevices: plainKind,
  freezeDevices: plainKind,
  unfreezeDevices: plainKind,
  deleteDevices: plainKind,
  changeGateway: plainKind,
  createCommands: commandKind,
  createAsyncCommands: asyncCommandKind,
  createMessages: messageKind,
  updateDeviceShadows: shadowKind,
};
