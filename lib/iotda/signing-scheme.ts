import type { Signing } from "@/lib/env";
import type { SigningScheme } from "./signer";

/** Shared endpoints take plain signing; every other host is an instance's own and needs the derived one. IoTDA reference: authentication. */
const SHARED_HOST = /^[a-z][a-z0-9-]+(\.[a-z]{2,}-[a-z]+-\d{1,2})?\.(my)?(huaweicloud|myhwclouds)\.(com|cn)$/;

/** How requests to this endpoint are signed, unless `signing` forces it. */
export function signingScheme(endpoint: string, region: string, signing: Signing): SigningScheme {
  const isShared = SHARED_HOST.test(new URL(endpoint).hostname);
  const basic = signing === "basic" || (signing === "auto" && isShared);
  return basic ? { kind: "basic" } : { kind: "derived", region, service: "iotdm" };
}
