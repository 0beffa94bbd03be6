import type { CredentialsCause, UnreachableCause } from "@/lib/failure";

/** Which environment variables decide about each cause; empty where the cure lies outside the console's settings. */
export const credentialVariables: { readonly [C in CredentialsCause]: readonly string[] } = {
  keys: ["HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK"],
  token: ["IAM_USER_NAME", "IAM_DOMAIN_NAME", "IAM_PASSWORD", "IAM_ENDPOINT"],
  clock: [],
  project: ["HUAWEICLOUD_SDK_PROJECT_ID", "IOTDA_REGION", "IOTDA_ENDPOINT"],
  signing: ["IOTDA_REGION", "IOTDA_SIGNING", "IOTDA_ENDPOINT"],
  permission: [],
};

export const addressVariables: { readonly [C in UnreachableCause]: readonly string[] } = {
  dns: ["IOTDA_ENDPOINT"],
  refused: ["IOTDA_ENDPOINT"],
  timeout: ["IOTDA_ENDPOINT", "HTTPS_PROXY"],
  tls: ["IOTDA_ENDPOINT", "NODE_EXTRA_CA_CERTS"],
  cut: [],
  "5xx": [],
};
