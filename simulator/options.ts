import { parseArgs } from "node:util";
import type { Signing } from "./authentication";

export interface Options {
  host: string;
  port: number;
  seed: number;
  devices: number;
  speed: number;
  /** Share of first upgrade attempts that fail by bad luck. */
  failures: number;
  accessKey: string;
  secretKey: string;
  project: string;
  instance: string;
  region: string;
  signing: Signing;
  iamDomain: string;
  iamUser: string;
  iamPassword: string;
  /** SearchDevices calls per second; 0 for no limit. */
  searchRate: number;
  /** Rows that a batch task file may have. */
  fileRows: number;
  stateFile: string | undefined;
  contractFile: string | undefined;
}

const DEFAULTS = {
  host: "127.0.0.1",
  port: "4010",
  seed: "1",
  devices: "20000",
  speed: "60",
  failures: "0.03",
  ak: "SIMULATORACCESSKEY01",
  sk: "simulator-secret-key-for-local-use-only",
  project: "0f3a8c5e7b1d49d2a6c4e8f0b2d6a1c3",
  instance: "5f1c2d3e-4b5a-4c6d-8e7f-90a1b2c3d4e5",
  region: "cn-north-4",
  signing: "any",
  "iam-domain": "fleet-domain",
  "iam-user": "fleet-console",
  "iam-password": "simulator-password",
  "search-rate": "1",
  "file-rows": "30000",
} as const;

export const HELP = `An IoTDA platform for trying out and for tests. It speaks plain HTTP.

  --port 4010          port to listen on; 0 takes a free one
  --host 127.0.0.1     address to listen on
  --seed 1             the same seed makes the same fleet
  --devices 20000      size of the fleet
  --speed 60           divides device and retry durations
  --failures 0.03      share of first upgrade attempts that fail by bad luck, 0 to 1
  --ak, --sk           access key and secret key that are accepted
  --project            project id
  --instance           instance id that the header Instance-Id must name when it is sent
  --region cn-north-4  region of derived signatures and tokens
  --signing any        any, basic, derived or token: what is accepted
  --iam-domain, --iam-user, --iam-password
                       account for POST /v3/auth/tokens
  --search-rate 1      SearchDevices calls per second; 0 for no limit
  --file-rows 30000    rows that a batch task file may have
  --state FILE         keeps the state over restarts
  --contract FILE      OpenAPI file, when it is not beside the program
  --help               this text
`;

/** Reads the command line. "help" when that was asked for; throws an Error with one sentence when it is wrong. */
export function readOptions(args: string[]): Options | "help" {
  const text = (fallback: string) => ({ type: "string", default: fallback }) as const;
  const { values } = parseArgs({
    args,
    options: {
      host: text(DEFAULTS.host),
      port: text(DEFAULTS.port),
      seed: text(DEFAULTS.seed),
      devices: text(DEFAULTS.devices),
      speed: text(DEFAULTS.speed),
      failures: text(DEFAULTS.failures),
      ak: text(DEFAULTS.ak),
      sk: text(DEFAULTS.sk),
      project: text(DEFAULTS.project),
      instance: text(DEFAULTS.instance),
      region: text(DEFAULTS.region),
      signing: text(DEFAULTS.signing),
      "iam-domain": text(DEFAULTS["iam-domain"]),
      "iam-user": text(DEFAULTS["iam-user"]),
      "iam-password": text(DEFAULTS["iam-password"]),
      "search-rate": text(DEFAULTS["search-rate"]),
      "file-rows": text(DEFAULTS["file-rows"]),
      state: { type: "string" },
      contract: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return "help";
  if (!/^[a-f0-9]{32}$/.test(values.project)) throw new Error("--project must be 32 hex digits.");
  return {
    host: values.host,
    port: number("port", values.port, 0, 65535),
    seed: number("seed", values.seed, 0, 2 ** 31),
    devices: number("devices", values.devices, 20, 200_000),
    speed: number("speed", values.speed, 0.01, 1_000_000),
    failures: number("failures", values.failures, 0, 1),
    accessKey: values.ak,
    secretKey: values.sk,
    project: values.project,
    instance: values.instance,
    region: values.region,
    signing: signingOf(values.signing),
    iamDomain: values["iam-domain"],
    iamUser: values["iam-user"],
    iamPassword: values["iam-password"],
    searchRate: number("search-rate", values["search-rate"], 0, 1000),
    fileRows: number("file-rows", values["file-rows"], 1, 1_000_000),
    stateFile: values.state,
    contractFile: values.contract,
  };
}

function number(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= min && value <= max)) {
    throw new Error(`--${name} must be a number from ${min} to ${max}, not ${text}.`);
  }
  return value;
}

function signingOf(text: string): Signing {
  if (text === "any" || text === "basic" || text === "derived" || text === "token") return text;
  throw new Error(`--signing must be any, basic, derived or token, not ${text}.`);
}
