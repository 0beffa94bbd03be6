import type { Check } from "@/lib/tasks/preflight";
import type { TaskType } from "@/lib/tasks/task-type";

const unknown = { finds: "unknown", means: "fails" } as const;
const frozen = { finds: "frozen", means: "cannotConnect" } as const;
const reached = { finds: "busy", means: "alsoReached" } as const;

/** Offline devices wait up to 25 hours, and a device takes one upgrade at a time. IoTDA reference: OTA upgrades. */
const upgrade: readonly Check[] = [
  unknown,
  { finds: "otherProduct", means: "packageMisfit" },
  frozen,
  { finds: "atVersion", means: "counted" },
  { finds: "sourceVersion", means: "notOver" },
  { finds: "busy", means: "conflicts" },
  { finds: "offline", means: "waits25Hours" },
];

/**
 * What is looked for before a task of each type is sent, and what it means for that type, the gravest first. A type
 * without a line does not compile. IoTDA reference: CreateBatchTask, task types.
 */
export const checksOf: { readonly [T in TaskType]: readonly Check[] } = {
  firmwareUpgrade: upgrade,
  softwareUpgrade: upgrade,
  moduleUpgrade: upgrade,
  createDevices: [
    { finds: "exists", means: "rowFails" },
    { finds: "noProduct", means: "rowFails" },
    { finds: "noGateway", means: "rowFails" },
  ],
  updateDevices: [{ finds: "unknown", means: "rowFails" }],
  deleteDevices: [unknown, { finds: "gatewayWithChildren", means: "childrenFirst" }, reached],
  // Only devices that are connected directly can be frozen. IoTDA reference: FreezeDevice.
  freezeDevices: [
    unknown,
    { finds: "child", means: "onlyDirect" },
    { finds: "frozen", means: "nothingChanges" },
    reached,
  ],
  unfreezeDevices: [
    unknown,
    { finds: "child", means: "onlyDirect" },
    { finds: "notFrozen", means: "nothingChanges" },
    reached,
  ],
  createCommands: [
    unknown,
    { finds: "otherProduct", means: "commandMisfit" },
    { finds: "protocol", means: "onlyMqtt" },
    frozen,
    { finds: "offline", means: "failsAtOnce" },
    reached,
  ],
  createAsyncCommands: [
    unknown,
    { finds: "otherProduct", means: "commandMisfit" },
    { finds: "protocol", means: "neverMqtt" },
    frozen,
    { finds: "offline", means: "keptOrFails" },
    reached,
  ],
  createMessages: [
    unknown,
    { finds: "protocol", means: "onlyMqtt" },
    frozen,
    { finds: "offline", means: "keptForItsTime" },
    reached,
  ],
  updateDeviceShadows: [
    unknown,
    { finds: "otherProduct", means: "shadowMisfit" },
    { finds: "frozen", means: "shadowKept" },
    { finds: "offline", means: "deliveredLater" },
    reached,
  ],
  // Only child devices have a gateway to change. IoTDA reference: ChangeGateway.
  changeGateway: [
    { finds: "unknown", means: "rowFails" },
    { finds: "direct", means: "onlyChildren" },
    { finds: "noGateway", means: "rowFails" },
  ],
};
