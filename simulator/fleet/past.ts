import type { JsonObject } from "../json";
import type { Device } from "../platform/devices";
import { registered, renamed, retired } from "./past-rows";

/** A task of the weeks before, to be lived through when the fleet is made. */
export interface Past {
  name: string;
  type: string;
  /** Name of the group that it ran on. */
  group: string;
  /** Devices taken from the group; all when absent. */
  first?: number;
  /** A package is named by `product version`, a gateway by its group. */
  document?: JsonObject;
  /** Rows of a file instead of devices, given the group's devices. */
  rows?: (devices: readonly Device[]) => JsonObject[];
  retries?: number;
  /** Hours after its creation, for a scheduled start. */
  startsIn?: number;
  /** Seconds after its creation when somebody stopped it. */
  stoppedAfter?: number;
}

const water = (district: number) => `District ${district} water meters`;
const lights = (area: number) => `Street lights area ${area}`;
const shadow = (service: string, desired: JsonObject): JsonObject => ({ shadow: [{ service_id: service, desired }] });
const command = (service: string, name: string, paras: JsonObject): JsonObject => ({
  service_id: service,
  command_name: name,
  paras,
});

/** What was done in the weeks before, oldest first. */
export function pastTasks(): Past[] {
  const list: Past[] = [
    {
      name: "fw_3_1_8_pilot",
      type: "firmwareUpgrade",
      group: "District 1 pilot",
      document: { package: "WM-210 3.1.8" },
      retries: 1,
    },
    {
      name: "report_every_15_min_d1",
      type: "updateDeviceShadows",
      group: water(1),
      document: shadow("Meter", { report_interval: 15 }),
    },
    {
      name: "sync_time_d3",
      type: "createCommands",
      group: water(3),
      document: command("Meter", "sync_time", { time: "20260101T000000Z" }),
    },
    { name: "freeze_unpaid_a", type: "freezeDevices", group: water(2), first: 18 },
    { name: "lights_2_0_0_area_1", type: "firmwareUpgrade", group: lights(1), document: { package: "SL-8 2.0.0" } },
    {
      name: "message_area_2",
      type: "createMessages",
      group: lights(2),
      document: { message: { note: "maintenance tonight" } },
    },
    { name: "unfreeze_paid_a", type: "unfreezeDevices", group: water(2), first: 12 },
    {
      name: "gateway_5_0_3",
      type: "softwareUpgrade",
      group: "Gas gateways",
      document: { package: "GG-5 5.0.3" },
      retries: 2,
    },
    {
      name: "heat_1_8_4_first",
      type: "firmwareUpgrade",
      group: "Heat meters",
      first: 300,
      document: { package: "HM-40 1.8.4" },
    },
    {
      name: "smoke_self_test",
      type: "createCommands",
      group: "Smoke sensors",
      document: command("Smoke", "self_test", { with_siren: false }),
    },
    {
      name: "heat_winter",
      type: "createAsyncCommands",
      group: "Heat meters",
      first: 500,
      document: { ...command("Heat", "set_season", { season: "winter" }), send_strategy: "delay" },
    },
    { name: "delete_gateways_tried", type: "deleteDevices", group: "Gas gateways", first: 6 },
    {
      name: "sw_1_6_0_d5_too_early",
      type: "softwareUpgrade",
      group: water(5),
      document: { package: "WM-210 1.6.0" },
      stoppedAfter: 240,
    },
    {
      name: "gas_0_9_7_trial",
      type: "firmwareUpgrade",
      group: "Gas meters",
      first: 120,
      document: { package: "GM-16 0.9.7" },
      retries: 1,
    },
    {
      name: "lights_dim_area_5",
      type: "updateDeviceShadows",
      group: lights(5),
      document: shadow("Light", { brightness: 60 }),
    },
    {
      name: "valve_exercise_d4",
      type: "createCommands",
      group: water(4),
      document: command("Valve", "exercise_valve", { cycles: 1 }),
    },
    {
      name: "sw_1_6_0_d2",
      type: "softwareUpgrade",
      group: water(2),
      document: { package: "WM-210 1.6.0" },
      retries: 2,
    },
    {
      name: "fw_3_2_1_pilot_d1",
      type: "firmwareUpgrade",
      group: "District 1 pilot",
      document: { package: "WM-210 3.2.1" },
    },
    {
      name: "fw_3_2_1_pilot_d2",
      type: "firmwareUpgrade",
      group: "District 2 pilot",
      document: { package: "WM-210 3.2.1" },
      retries: 2,
    },
    { name: "lights_sw_2_2_0_a3", type: "softwareUpgrade", group: lights(3), document: { package: "SL-8 2.2.0" } },
    {
      name: "smoke_4_1_0",
      type: "firmwareUpgrade",
      group: "Smoke sensors",
      document: { package: "SD-3 4.1.0" },
      retries: 1,
    },
  ];
  for (const district of [1, 2, 3, 4, 5, 6]) {
    list.push({
      name: `read_valves_d${district}`,
      type: "createCommands",
      group: water(district),
      first: 150,
      document: command("Valve", "read_valve_state", {}),
    });
  }
  for (const area of [4, 6, 7]) {
    list.push({
      name: `lights_sw_2_2_0_a${area}`,
      type: "softwareUpgrade",
      group: lights(area),
      document: { package: "SL-8 2.2.0" },
      retries: 1,
    });
    list.push({
      name: `lights_message_a${area}`,
      type: "createMessages",
      group: lights(area),
      document: { message: "schedule checked", ttl: 0 },
    });
  }
  list.push(
    {
      name: "fw_3_2_1_care",
      type: "firmwareUpgrade",
      group: "Hospital and schools",
      document: { package: "WM-210 3.2.1" },
      retries: 1,
    },
    { name: "freeze_unpaid_b", type: "freezeDevices", group: water(5), first: 9 },
    {
      name: "report_every_30_min_d5",
      type: "updateDeviceShadows",
      group: water(5),
      document: shadow("Meter", { report_interval: 30 }),
    },
    {
      name: "heat_archive",
      type: "createAsyncCommands",
      group: "Heat meters",
      first: 200,
      document: {
        ...command("Heat", "read_archive", { from: "20260101T000000Z", days: 7 }),
        send_strategy: "immediately",
      },
    },
    {
      name: "restart_gateways",
      type: "createCommands",
      group: "Gas gateways",
      document: command("Gateway", "restart", { delay: 30 }),
    },
    {
      name: "fw_3_2_1_d6",
      type: "firmwareUpgrade",
      group: water(6),
      document: { package: "WM-210 3.2.1" },
      retries: 2,
    },
    {
      name: "radio_1_3_0_first",
      type: "moduleUpgrade",
      group: "Gas gateways",
      first: 40,
      document: { package: "GG-5 1.3.0" },
    },
    {
      name: "gas_meters_to_new_gateway",
      type: "changeGateway",
      group: "Gas meters",
      first: 8,
      document: { gateway: "Gas gateways" },
    },
    { name: "register_bench_units", type: "createDevices", group: "Smoke sensors", rows: registered },
    { name: "name_bench_units", type: "updateDevices", group: "Smoke sensors", rows: renamed },
    { name: "retire_bench_units", type: "deleteDevices", group: "Smoke sensors", rows: retired },
  );
  return list;
}

/** The last day, each with how many hours ago; none of them is still under way. */
export const RECENT: [number, Past][] = [
  [
    20,
    {
      name: "read_valves_d7",
      type: "createCommands",
      group: water(7),
      first: 842,
      document: command("Valve", "read_valve_state", {}),
    },
  ],
  [
    15,
    {
      name: "fw_3_2_1_pilot_d3",
      type: "firmwareUpgrade",
      group: "District 3 pilot",
      document: { package: "WM-210 3.2.1" },
      retries: 2,
    },
  ],
  [
    7,
    {
      name: "report_every_15_min_d3",
      type: "updateDeviceShadows",
      group: water(3),
      document: shadow("Meter", { report_interval: 15 }),
    },
  ],
  [
    2,
    {
      name: "report_now_d1",
      type: "createCommands",
      group: water(1),
      first: 400,
      document: command("Meter", "report_now", {}),
    },
  ],
];

/** Lived just before the start: two that still run, one that waits for its hour. */
export const PRESENT: Past[] = [
  { name: "fw_3_2_1_d8", type: "firmwareUpgrade", group: water(8), document: { package: "WM-210 3.2.1" }, retries: 2 },
  {
    name: "lights_2_0_0_area_8",
    type: "firmwareUpgrade",
    group: lights(8),
    document: { package: "SL-8 2.0.0" },
    retries: 1,
  },
  {
    name: "fw_3_2_1_d4_night",
    type: "firmwareUpgrade",
    group: water(4),
    document: { package: "WM-210 3.2.1" },
    retries: 2,
    startsIn: 36,
  },
];
