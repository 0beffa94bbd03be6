/**
 * Why a device failed, as far as the platform's words tell. `retry`: another try may help; `person`: somebody has to
 * do something first; `never`: trying again repeats the failure. Advice and plain words are messages by the same key.
 */
export const CAUSES = {
  busy: "retry",
  "weak-signal": "retry",
  "already-latest": "never",
  "low-battery": "person",
  "low-storage": "person",
  "download-timeout": "retry",
  "check-failed": "never",
  "wrong-type": "never",
  "low-memory": "person",
  "install-failed": "person",
  internal: "retry",
  offline: "retry",
  conflict: "retry",
  "no-version": "retry",
  "no-result": "retry",
  "connection-lost": "retry",
  "bad-address": "never",
  "source-version": "never",
  "not-in-task": "never",
  "not-subscribed": "person",
  exists: "never",
  "gave-none": "retry",
  other: "person",
} as const;

export type Cause = keyof typeof CAUSES;

/** Codes of the platform that say it all. IoTDA reference: error codes. */
const BY_CODE: { readonly [code: string]: Cause } = {
  "IOTDA.014016": "offline",
  "IOTDA.014111": "no-result",
  "IOTDA.014112": "not-subscribed",
  "IOTDA.014031": "exists",
  "IOTDA.014219": "not-in-task",
};

/** Reasons that the platform's own console shows, and the device SDK's result codes 1 to 255. IoTDA reference: OTA upgrades. */
const BY_TEXT: readonly (readonly [RegExp, Cause])[] = [
  [/not online|wait\w* for the device online/i, "offline"],
  [/task conflict/i, "conflict"],
  [/already the latest|same as the target/i, "already-latest"],
  [/device in use|busy/i, "busy"],
  [/poor signal|weak signal|cellid/i, "weak-signal"],
  [/low battery/i, "low-battery"],
  [/not enough storage|insufficient storage/i, "low-storage"],
  [/out of memory|insufficient memory/i, "low-memory"],
  [/download\w* timeout|downloaded package timeout/i, "download-timeout"],
  [/integrity check|verification fail/i, "check-failed"],
  [/unsupported (upgrade )?package type/i, "wrong-type"],
  [/source version|support_source_versions/i, "source-version"],
  [/device firmware version timeout|device software version timeout|query device version/i, "no-version"],
  [/upgrade result timeout|updating timeout/i, "no-result"],
  [/connection lost/i, "connection-lost"],
  [/invalid uri/i, "bad-address"],
  [/update failed|installation fail/i, "install-failed"],
  [/internal (exception|error)/i, "internal"],
];

/** The family of a failure. An empty reason is its own family; words that we do not know are `other`, shown verbatim. */
export function causeOf(code: string | null, message: string | null): Cause {
  const known = code === null ? undefined : BY_CODE[code];
  if (known !== undefined) return known;
  const text = message?.trim() ?? "";
  if (text === "" && code === null) return "gave-none";
  return BY_TEXT.find(([pattern]) => pattern.test(text))?.[1] ?? "other";
}
