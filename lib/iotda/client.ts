import type { Platform } from "@/lib/env";
import { taskOperations } from "./batch-tasks";
import { createConnection } from "./connection";
import { deadline as afterMs } from "./deadline";
import { deviceOperations } from "./devices";
import type { Fetch } from "./fetch";
import { fleetReads } from "./fleet-reads";
import type { HttpDeps } from "./http";
import type { Iotda } from "./iotda";
import { packageOperations } from "./packages";
import { productOperations } from "./products";
import { createScrub } from "./scrub";
import { type SignIn, signInByKeys, signInByToken } from "./sign-in";
import { createSpacing } from "./spacing";
import { taskFileOperations } from "./task-files";
import { createTokenSource, type TokenSource } from "./token";

/** The world outside, handed in. `now` is in epoch milliseconds; `deadline` is a signal that fires after that many. */
export type IotdaDeps = {
  platform: Platform;
  fetch: Fetch;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  random: () => number;
  deadline?: (ms: number) => AbortSignal;
};

/** A little more than the second that the platform wants, because the network does not keep the distance. */
const SEARCH_EVERY_MS = 1_100;
const SEARCH_PATIENCE_MS = 10_000;

/** The door to one platform. Throws when the platform's configuration is not whole, which `parseEnv` rules out. */
export function createIotda({ platform, fetch, now, sleep, random, deadline = afterMs }: IotdaDeps): Iotda {
  let tokens: TokenSource | null = null;
  const scrub = createScrub(platform.credentials, () => tokens?.known() ?? []);
  const deps = { fetch, now, sleep, random, scrub, deadline };
  const signIn = createSignIn(platform, deps, (source) => {
    tokens = source;
  });
  const connection = createConnection(platform, signIn, deps);
  const spaced = createSpacing(SEARCH_EVERY_MS, SEARCH_PATIENCE_MS, deps);
  return {
    ...fleetReads(connection),
    ...productOperations(connection),
    ...deviceOperations(connection, spaced),
    ...packageOperations(connection),
    ...taskFileOperations(connection, random),
    ...taskOperations(connection),
  };
}

function createSignIn(platform: Platform, deps: HttpDeps, hold: (tokens: TokenSource) => void): SignIn {
  const { credentials, projectId, region } = platform;
  if (credentials.kind === "token") {
    const tokens = createTokenSource(credentials, region, deps);
    hold(tokens);
    return signInByToken({ iamEndpoint: credentials.iamEndpoint, region, projectId }, tokens, deps);
  }
  if (projectId === null) throw new TypeError("An access key needs the project's id");
  const keys = {
    ak: credentials.ak.reveal(),
    sk: credentials.sk.reveal(),
    securityToken: credentials.securityToken?.reveal() ?? null,
    projectId,
  };
  return signInByKeys(platform, keys, deps.now);
}
