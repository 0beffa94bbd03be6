import type { TaskRequest } from "@/lib/tasks/task";

/** For tests: the smallest upgrade that can be asked for. */
export const aRequest: TaskRequest = {
  name: "fw_2_0_wave1",
  type: "firmwareUpgrade",
  spaceId: "space-1",
  targets: { by: "devices", deviceIds: ["d1"] },
  document: { package_id: "32822e5744a45ede319d2c50" },
  schedule: { startsAt: null, retry: null },
  gatewayMode: false,
  needsConfirm: false,
  extInfo: null,
};
