/** Every `task_type` that the platform knows, spelled as it spells them. IoTDA reference: CreateBatchTask. */
export const TASK_TYPES = [
  "firmwareUpgrade",
  "softwareUpgrade",
  "moduleUpgrade",
  "createDevices",
  "updateDevices",
  "deleteDevices",
  "freezeDevices",
  "unfreezeDevices",
  "createCommands",
  "createAsyncCommands",
  "createMessages",
  "updateDeviceShadows",
  "changeGateway",
] as const;

export type TaskType = (typeof TASK_TYPES)[number];

export const isTaskType = (value: string): value is TaskType => (TASK_TYPES as readonly string[]).includes(value);
