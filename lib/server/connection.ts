import "server-only";
import { accessSync, constants } from "node:fs";
import type { Operator } from "@/lib/access/permissions";
import { FailureError } from "@/lib/failure";
import type { ConnectionFacts, ConnectionTest } from "@/lib/fleet/connection";
import type { ResourceSpace } from "@/lib/fleet/fleet";
import { deadline } from "@/lib/iotda/deadline";
import { readPlatformClock } from "@/lib/iotda/platform-clock";
import { outboundFetch } from "@/lib/iotda/proxy-fetch";
import { once } from "@/lib/once";
import { connectionFacts } from "./connection/facts";
import { auditTest, createTestDesk } from "./connection/run-tests";
import { testCalls } from "./connection/test-calls";
import { runtime } from "./runtime";
import { currentSpace } from "./spaces";

const desk = once("connection-tests", () => createTestDesk({ now: Date.now }));

/** What an administrator set up. Asks the platform nothing. */
export async function getConnection(): Promise<ConnectionFacts> {
  const { env } = await runtime();
  return connectionFacts(env, canRead);
}

/** The test of the last minute in the current resource space, if there was one. */
export const lastTest = async (): Promise<ConnectionTest | null> => desk().last(await spaceOrNone());

/** Makes every reading call once, unless that was done in the last minute, and writes down who had it done. */
export async function testConnection(_: null, by: Operator): Promise<ConnectionTest> {
  const { iotda, env, database, now } = await runtime();
  const space = await spaceOrNone();
  const fetch = outboundFetch(env.outboundProxy);
  const platformClock = () => readPlatformClock(env.platform.endpoint, { fetch, now, deadline });
  return desk().run(space, async () => {
    const test = await testCalls({ iotda, now, platformClock }, space, by.email);
    await auditTest(database, test, by);
    return test;
  });
}

/** This page is needed most while not even a resource space can be read. */
const spaceOrNone = (): Promise<ResourceSpace | null> =>
  currentSpace().catch((error: unknown) => {
    if (error instanceof FailureError) return null;
    throw error;
  });

function canRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
