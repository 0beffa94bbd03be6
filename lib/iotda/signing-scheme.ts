import type { Signing } from "@/lib/env";
import type { SigningRule } from "@/lib/fleet/connection";
import type { SigningScheme } from "./signer";

/** Shared endpoints take plain signing; every other host is an instance's own and needs the derived one. IoTDA reference: authentication. */
const SHARED_HOST = /^[a-z][a-z0-9-]+(\.[a-z]{2,}-[a-z]+-\d{1,2})?\.(my)?(huaweicloud|myhwclouds)\.(com|cn)$/;

/** How requests to this endpoint are signed, unless `signing` forces it. */
export function signingScheme(endpoint: string, region: string, signing: Signing): SigningScheme {
  const basic = signing === "basic" || signingRule(endpoint, signing) === "shared-host";
  return basic ? { kind: "basic" } : { kind: "derived", region, service: "iotdm" };
}

/** What decided it, for people who wonder. */
export function signingRule(endpoint: string, signing: Signing): Exclude<SigningRule, "token"> {
  if (signing !== "auto") return "set";
  return SHARED_HOST.test(new URL(endpoint).hostname) ? "shared-host" : "own-host";
}
