import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { z } from "zod";
import { type Platform, parseEnv } from "@/lib/env";
import { createIotda } from "./client";
import type { Iotda } from "./iotda";

const ready = z.object({
  endpoint: z.string(),
  iam_endpoint: z.string(),
  ak: z.string(),
  sk: z.string(),
  project: z.string(),
  instance: z.string(),
  region: z.string(),
  iam_domain: z.string(),
  iam_user: z.string(),
  iam_password: z.string(),
});

/**
 * For tests: the simulator as a program of its own. It verifies every signature and holds every request against the
 * vendor's contract; `sim` speaks to its controls. Nobody waits: sleeping
 * only moves the client's clock.
 */
export async function liveSimulator(devices: number) {
  const args = ["--import", "tsx", "simulator/main.ts", "--port", "0", "--search-rate", "0"];
  const child = spawn(process.execPath, [...args, "--devices", String(devices)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await createInterface(child.stdout)
    [Symbol.asyncIterator]()
    .next()
    .then((first) => [String(first.value)]);
  const said = ready.parse(JSON.parse(line ?? ""));
  const variables: Record<string, string> = {
    IOTDA_ENDPOINT: said.endpoint,
    IOTDA_REGION: said.region,
    IOTDA_INSTANCE_ID: said.instance,
    HUAWEICLOUD_SDK_AK: said.ak,
    HUAWEICLOUD_SDK_SK: said.sk,
    HUAWEICLOUD_SDK_PROJECT_ID: said.project,
    IAM_ENDPOINT: said.iam_endpoint,
    IAM_DOMAIN_NAME: said.iam_domain,
    IAM_USER_NAME: said.iam_user,
    IAM_PASSWORD: said.iam_password,
  };
  return {
    variables,
    client(change: Record<string, string>): Iotda {
      const platform: Platform = parseEnv({ ...variables, ...change }).platform;
      let slept = 0;
      const sleep = async (ms: number) => {
        slept += ms;
      };
      return createIotda({ platform, fetch, now: () => Date.now() + slept, sleep, random: Math.random });
    },
    async sim(method: string, path: string, body?: object): Promise<unknown> {
      const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
      const answer = await fetch(`${said.endpoint}/_sim/${path}`, init);
      return answer.status === 204 ? null : answer.json();
    },
    stop: (): void => {
      child.kill();
    },
  };
}
export type LiveSimulator = Awaited<ReturnType<typeof liveSimulator>>;

/** For tests: no access key, so that the token's account is used. */
export const byToken: Readonly<Record<string, string>> = {
  HUAWEICLOUD_SDK_AK: "",
  HUAWEICLOUD_SDK_SK: "",
  HUAWEICLOUD_SDK_PROJECT_ID: "",
};
