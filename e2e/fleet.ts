// Devices that the simulator's fleet of seed 1 has in every size: online, and at a version that takes the next one.
// District 7 is nobody else's: what one test does to a device does not surprise another.
const meter = (numbers: readonly number[]) => numbers.map((one) => `WM210-07-${String(one).padStart(6, "0")}`);
const heatMeter = (numbers: readonly number[]) => numbers.map((one) => `HM40-03-${String(one).padStart(6, "0")}`);

/** Water meters, WM-210, MQTT; two for each use. */
export const METERS = {
  frozen: meter([7, 8]),
  deleted: meter([15, 29]),
  kept: meter([47, 76]),
  upgraded: meter([96, 99]),
  commanded: meter([118, 129]),
  written: meter([143, 153]),
  messaged: meter([203, 248]),
  set: meter([251, 266]),
  renamed: meter([267, 279]),
  checked: meter([289, 315, 320]),
  reused: meter([377, 429]),
  typed: meter([472]),
} as const;

/** Heat meters, HM-40, which sleep and speak CoAP. */
export const HEAT_METERS = heatMeter([12, 15]);

/** Two gas gateways, and a gas meter behind the first one, in a fleet of 2,000. */
export const GATEWAYS = ["GG5-01-000011", "GG5-02-000012"] as const;
export const GAS_METER = "GM16-01-000002";
