import type { Credentials } from "@/lib/env";

export type Scrub = (text: string) => string;

const LONGEST = 1000;

/** Cuts what others wrote to 1,000 characters and hides our credentials in it: platforms echo what they were sent. */
export function createScrub(credentials: Credentials, alsoHidden: () => readonly string[] = () => []): Scrub {
  const known =
    credentials.kind === "keys" ? [credentials.sk, credentials.securityToken, credentials.ak] : [credentials.password];
  const values = known.flatMap((secret) => (secret === null ? [] : [secret.reveal()]));
  return (text) =>
    [...values, ...alsoHidden()]
      .filter((value) => value !== "")
      .reduce((rest, value) => rest.replaceAll(value, "[hidden]"), text)
      .slice(0, LONGEST);
}
