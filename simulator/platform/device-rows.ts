import { type JsonObject, parseJson, textOf } from "../json";

interface Rule {
  pattern: RegExp;
  max: number;
  min?: number;
}

const ID = /^[A-Za-z0-9_-]+$/;
const NAME = /^[\u4e00-\u9fa5A-Za-z0-9_?'#().,&%@!-]*$/;
const ANY = /^[\s\S]*$/;

/** IoTDA reference: AddDevice and UpdateDevice, as cells of a file. */
const RULES: Record<string, Rule> = {
  product_id: { pattern: ID, max: 36 },
  node_id: { pattern: ID, max: 64 },
  device_id: { pattern: ID, max: 128 },
  device_name: { pattern: NAME, max: 256 },
  auth_type: { pattern: /^(SECRET|CERTIFICATES)$/, max: 12 },
  secret: { pattern: ID, min: 8, max: 32 },
  fingerprint: { pattern: /^([a-fA-F0-9]{40}|[a-fA-F0-9]{64})$/, max: 64 },
  secure_access: { pattern: /^(true|false)$/i, max: 5 },
  timeout: { pattern: /^\d+$/, max: 10 },
  description: { pattern: NAME, max: 2048 },
  gateway_id: { pattern: ID, max: 128 },
  extension_info: { pattern: ANY, max: 1024 },
};

/** What is wrong with a row of a file; undefined when nothing is. */
export function rowFault(row: JsonObject, required: readonly string[]): string | undefined {
  const missing = required.find((name) => row[name] === undefined);
  if (missing !== undefined) return `${missing} is required.`;
  const wrong = Object.keys(row).find((name) => !fits(RULES[name], textOf(row, name) ?? ""));
  if (wrong !== undefined) return `${wrong} is out of range.`;
  const extension = textOf(row, "extension_info");
  return extension !== undefined && parseJson(extension) === undefined ? "extension_info is not JSON." : undefined;
}

function fits(rule: Rule | undefined, text: string): boolean {
  return !rule || (rule.pattern.test(text) && text.length <= rule.max && text.length >= (rule.min ?? 1));
}

/** A valid row as the body of AddDevice or UpdateDevice. */
export function rowToBody(row: JsonObject): JsonObject {
  const { auth_type, secret, fingerprint, secure_access, timeout, extension_info, ...plain } = row;
  const secure = textOf(row, "secure_access");
  const seconds = textOf(row, "timeout");
  const extension = textOf(row, "extension_info");
  return {
    ...plain,
    auth_info: {
      ...(auth_type === undefined ? {} : { auth_type }),
      ...(secret === undefined ? {} : { secret }),
      ...(fingerprint === undefined ? {} : { fingerprint }),
      ...(secure === undefined ? {} : { secure_access: secure.toLowerCase() === "true" }),
      ...(seconds === undefined ? {} : { timeout: Number(seconds) }),
    },
    ...(extension === undefined ? {} : { extension_info: parseJson(extension) ?? null }),
  };
}
