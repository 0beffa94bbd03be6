import { createInterface } from "node:readline";
import { startChild } from "./child.mjs";
import { freePort } from "./ports.mjs";
import { Refusal, say } from "./say.mjs";

const USUAL_PORT = 4010;
const OF_A_REAL_PLATFORM = [
  "HUAWEICLOUD_SDK_AK",
  "HUAWEICLOUD_SDK_SK",
  "HUAWEICLOUD_SDK_SECURITY_TOKEN",
  "HUAWEICLOUD_SDK_PROJECT_ID",
  "IAM_ENDPOINT",
  "IAM_DOMAIN_NAME",
  "IAM_USER_NAME",
  "IAM_PASSWORD",
  "IOTDA_REGION",
  "IOTDA_INSTANCE_ID",
];

/** Whether the console is to talk to the simulator: nobody named a platform. */
export const wantsSimulator = (env = process.env) => (env.IOTDA_ENDPOINT ?? "").trim() === "";

/** The command line of the simulator from the launcher's options. */
export const simulatorArgs = (given) =>
  ["seed", "devices", "speed", "signing"].flatMap((name) => (given[name] ? [`--${name}`, given[name]] : []));

/**
 * Starts the simulator on `port` (else 4010, else a free one) and answers how to reach it, as it says itself when it
 * listens. `file` is its program, `execArgv` what Node needs to load it.
 */
export async function startSimulator({ file, execArgv = [], args, state, port }) {
  const ignored = OF_A_REAL_PLATFORM.filter((name) => (process.env[name] ?? "") !== "");
  if (ignored.length > 0) say(`IOTDA_ENDPOINT is not set, so the simulator is used and not ${ignored.join(", ")}.`);
  const flags = ["--port", String(port ?? (await freePort(USUAL_PORT))), "--state", state, ...args];
  const program = startChild(file, { args: flags, execArgv, output: "pipe" });
  const ready = await Promise.race([firstLine(program.child.stdout), program.ended.then(() => undefined)]);
  if (!ready) throw new Refusal("The simulator did not start; what it said stands above.");
  return { ...program, ready };
}

async function firstLine(stream) {
  const lines = createInterface({ input: stream });
  for await (const line of lines) {
    lines.close();
    stream.resume();
    return JSON.parse(line);
  }
  return undefined;
}

const nothing = Object.fromEntries(OF_A_REAL_PLATFORM.map((name) => [name, ""]));

/** Stands for a simulator that is not running yet, when the rest of the environment is looked at. */
export const SOME_SIMULATOR = {
  endpoint: `http://127.0.0.1:${USUAL_PORT}`,
  region: "r",
  project: "p",
  ak: "a",
  sk: "s",
};

/** The environment that leads a console to the simulator: with its key, or with its account where it takes only tokens. */
export function simulatorEnv(ready) {
  const account = {
    IAM_ENDPOINT: ready.iam_endpoint,
    IAM_DOMAIN_NAME: ready.iam_domain,
    IAM_USER_NAME: ready.iam_user,
    IAM_PASSWORD: ready.iam_password,
  };
  const key = { HUAWEICLOUD_SDK_AK: ready.ak, HUAWEICLOUD_SDK_SK: ready.sk };
  return {
    ...nothing,
    IOTDA_PLATFORM: "simulator",
    IOTDA_ENDPOINT: ready.endpoint,
    IOTDA_REGION: ready.region,
    IOTDA_INSTANCE_ID: ready.instance,
    HUAWEICLOUD_SDK_PROJECT_ID: ready.project,
    ...(ready.signing === "derived" || ready.signing === "basic" ? { IOTDA_SIGNING: ready.signing } : {}),
    ...(ready.signing === "token" ? account : key),
  };
}
