import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { readLinkHealth, readSpaces, saveSpaces } from "@/lib/db/platform-link";
import { FailureError, unwrap } from "@/lib/failure";
import type { ResourceSpace } from "@/lib/fleet/fleet";
import { once } from "@/lib/once";
import { createPollCache } from "./poll-cache";
import { runtime } from "./runtime";

export const SPACE_COOKIE = "space";
const TTL_MS = 60_000;

const asked = once("spaces", () => createPollCache<readonly ResourceSpace[]>({ ttlMs: TTL_MS, now: Date.now }));

/**
 * The resource spaces as last read; asks the platform only while none was ever read, and throws its failure then. The
 * worker reads them anew every five minutes.
 */
export const listSpaces = cache(async (): Promise<readonly ResourceSpace[]> => {
  const { database, iotda } = await runtime();
  const known = await readSpaces(database);
  if (known.length > 0) return known;
  const { failure } = await readLinkHealth(database);
  if (failure !== null) throw new FailureError(failure);
  return asked().get("all", async () => {
    const listed = unwrap(await iotda.listResourceSpaces());
    await saveSpaces(database, listed);
    return listed;
  });
});

/** The space that the person chose, else the default one. Throws the platform's failure while none was ever read. */
export const currentSpace = cache(async (): Promise<ResourceSpace> => {
  const spaces = await listSpaces();
  const chosen = (await cookies()).get(SPACE_COOKIE)?.value;
  const space = spaces.find(({ id }) => id === chosen) ?? spaces.find(({ isDefault }) => isDefault) ?? spaces[0];
  if (space === undefined) throw new FailureError({ kind: "missing", what: "space" });
  return space;
});
