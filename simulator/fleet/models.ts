import type { JsonObject } from "../json";

interface Extra {
  required?: boolean;
  enum_list?: string[];
  min?: string;
  max?: string;
  max_length?: number;
  step?: number;
  unit?: string;
  description?: string;
}

type DataType = "int" | "long" | "decimal" | "string" | "DateTime" | "jsonObject" | "enum" | "boolean" | "string list";

const property = (name: string, type: DataType, method: string, extra: Extra = {}): JsonObject => ({
  property_name: name,
  data_type: type,
  required: false,
  method,
  ...extra,
});
const para = (name: string, type: DataType, extra: Extra = {}): JsonObject => ({
  para_name: name,
  data_type: type,
  required: false,
  ...extra,
});
const command = (name: string, paras: JsonObject[], answers: JsonObject[] = []): JsonObject => ({
  command_name: name,
  paras,
  responses: [{ response_name: `${name}_response`, paras: answers }],
});
/** A command with a parameter of every type, some required; a long goes beyond what a JavaScript number holds. */
const writeSettings = (result: JsonObject): JsonObject =>
  command(
    "write_settings",
    [
      para("label", "string", { required: true, max_length: 16, description: "Shown on the display" }),
      para("valid_from", "DateTime", { required: true }),
      para("mode", "enum", { required: true, enum_list: ["normal", "saving", "test"] }),
      para("interval", "int", { required: true, min: "5", max: "1440", step: 5, unit: "min" }),
      para("counter", "long", { min: "0", max: "9999999999999999", description: "Start of the counter" }),
      para("factor", "decimal", { min: "0.01", max: "10", step: 0.01 }),
      para("sealed", "boolean"),
      para("contacts", "string list", { max_length: 128 }),
      para("limits", "jsonObject", { max_length: 512, description: "Alarm limits by name" }),
    ],
    [result],
  );
/** Properties that, with those of a meter, have every type that can be written and every method. */
const settings = (): JsonObject[] => [
  property("counter", "long", "RW", { min: "0", max: "9999999999999999", description: "May exceed 2^53" }),
  property("factor", "decimal", "RW", { min: "0.01", max: "10", step: 0.01 }),
  property("pulse_weight", "enum", "RWE", { enum_list: ["1", "10", "100"], unit: "l" }),
  property("display_text", "string", "W", { max_length: 16 }),
  property("sealed", "boolean", "WE"),
  property("tampered", "boolean", "RE"),
  property("last_alarm", "DateTime", "E"),
];
const result = para("result", "enum", { required: true, enum_list: ["ok", "refused", "busy"] });

export const WATER_METER: JsonObject[] = [
  {
    service_id: "Meter",
    service_type: "Meter",
    option: "Master",
    description: "Consumption and reporting",
    properties: [
      property("volume", "decimal", "R", { min: "0", max: "9999999", step: 0.001, unit: "m3" }),
      property("pulses", "long", "R", { min: "0", max: "999999999999" }),
      property("report_interval", "int", "RW", {
        min: "5",
        max: "1440",
        step: 5,
        unit: "min",
        description: "Minutes between two reports",
      }),
      property("billing_start", "DateTime", "RW"),
      property("site_label", "string", "RW", { max_length: 64 }),
      property("alarm_contacts", "string list", "RW", { max_length: 256 }),
      property("thresholds", "jsonObject", "RW", { max_length: 1024, description: "Alarm limits by name" }),
      ...settings(),
    ],
    commands: [
      command("report_now", []),
      command(
        "set_report_interval",
        [para("interval", "int", { required: true, min: "5", max: "1440", step: 5, unit: "min" })],
        [result],
      ),
      command("sync_time", [para("time", "DateTime", { required: true })], [result]),
      writeSettings(result),
    ],
  },
  {
    service_id: "Valve",
    service_type: "Valve",
    option: "Optional",
    description: "Shut-off valve",
    properties: [
      property("position", "enum", "RW", { enum_list: ["open", "half", "closed"] }),
      property("leak_shutoff", "boolean", "RW"),
    ],
    commands: [
      command(
        "set_valve_position",
        [
          para("position", "enum", { required: true, enum_list: ["open", "half", "closed"] }),
          para("opening", "decimal", { min: "0", max: "100", step: 0.5, unit: "%" }),
          para("reason", "string", { max_length: 64 }),
          para("force", "boolean"),
        ],
        [result],
      ),
      command("read_valve_state", [], [para("position", "enum", { enum_list: ["open", "half", "closed"] })]),
      command("exercise_valve", [para("cycles", "int", { required: true, min: "1", max: "5" })], [result]),
    ],
  },
];

export const HEAT_METER: JsonObject[] = [
  {
    service_id: "Heat",
    service_type: "Heat",
    option: "Master",
    properties: [
      property("energy", "decimal", "R", { min: "0", max: "9999999", unit: "kWh" }),
      property("report_hour", "int", "RW", { min: "0", max: "23", unit: "h" }),
      property("season", "enum", "RW", { enum_list: ["winter", "summer"] }),
      property("billing_start", "DateTime", "RW"),
      property("room", "string", "RW", { max_length: 32 }),
      property("alarm_contacts", "string list", "RW", { max_length: 256 }),
      property("thresholds", "jsonObject", "RW", { max_length: 1024, description: "Alarm limits by name" }),
      ...settings(),
    ],
    commands: [
      command("set_season", [para("season", "enum", { required: true, enum_list: ["winter", "summer"] })], [result]),
      command(
        "read_archive",
        [para("from", "DateTime", { required: true }), para("days", "int", { min: "1", max: "31" })],
        [result],
      ),
      writeSettings(result),
    ],
  },
];

export const STREET_LIGHT: JsonObject[] = [
  {
    service_id: "Light",
    service_type: "Light",
    option: "Master",
    properties: [
      property("brightness", "int", "RW", { min: "0", max: "100", unit: "%" }),
      property("schedule", "jsonObject", "RW", { max_length: 2048 }),
      property("power", "decimal", "R", { min: "0", max: "400", unit: "W" }),
      property("lit", "boolean", "RW"),
    ],
    commands: [
      command(
        "set_brightness",
        [
          para("level", "int", { required: true, min: "0", max: "100", unit: "%" }),
          para("fade", "int", { min: "0", max: "600", unit: "s" }),
        ],
        [result],
      ),
      command("flash", [para("times", "int", { required: true, min: "1", max: "10" })], [result]),
    ],
  },
];

export const SMOKE_SENSOR: JsonObject[] = [
  {
    service_id: "Smoke",
    service_type: "Smoke",
    option: "Master",
    properties: [
      property("sensitivity", "enum", "RW", { enum_list: ["low", "normal", "high"] }),
      property("battery", "int", "R", { min: "0", max: "100", unit: "%" }),
      property("last_test", "DateTime", "R"),
    ],
    commands: [
      command("self_test", [para("with_siren", "boolean", { required: true })], [result]),
      command("mute", [para("minutes", "int", { required: true, min: "1", max: "60", unit: "min" })], [result]),
    ],
  },
];

export const GAS_GATEWAY: JsonObject[] = [
  {
    service_id: "Gateway",
    service_type: "Gateway",
    option: "Master",
    properties: [
      property("poll_interval", "int", "RW", { min: "1", max: "60", unit: "min" }),
      property("allowed_meters", "string list", "RW", { max_length: 1024 }),
      property("uptime", "long", "R", { unit: "s" }),
    ],
    commands: [
      command("restart", [para("delay", "int", { min: "0", max: "600", unit: "s" })], [result]),
      command("rescan", []),
    ],
  },
];

export const GAS_METER: JsonObject[] = [
  {
    service_id: "Gas",
    service_type: "Gas",
    option: "Master",
    properties: [
      property("volume", "decimal", "R", { min: "0", max: "9999999", unit: "m3" }),
      property("valve_open", "boolean", "RW"),
    ],
    commands: [command("close_valve", [para("reason", "string", { max_length: 64 })], [result])],
  },
];
