import { codePoint, nameStranger, type StrangerReason } from "./characters";
import type { ColumnName } from "./columns";
import { bareText, EXAMPLE } from "./device-id";
import type { Mark, Values } from "./verdict";

/** Why a cell can not be used; each is a key under `reasons` in the `rows` messages. */
export type CellReason =
  | StrangerReason
  | "required"
  | "example"
  | "long"
  | "short"
  | Mark
  | "auth-type"
  | "fingerprint"
  | "boolean"
  | "integer";

/** One thing wrong with one cell. `fix` is what it most surely means, or null where that would be a guess. */
export type CellFlaw = { reason: CellReason; values: Values; fix: string | null };

/** The cell as it is sent (trimmed, words as the API writes them), or what is wrong with it. Never called for "". */
export type CellRule = (text: string) => string | CellFlaw;

const ID = /[A-Za-z0-9_-]/;
/** IoTDA reference: AddDevice device_name, description. */
const NAME = /[\u4e00-\u9fa5A-Za-z0-9_?'#().,&%@!-]/;
/** Longer cells are not searched for a fix. */
const MAX_FIXABLE = 4_096;
/** Inferred: a whole number of seconds that fits 32 bits. IoTDA reference: AddDevice timeout, 0 or more. */
const MAX_TIMEOUT = 2_147_483_647;

const TRUE = new Set(["true", "yes", "y", "1", "是", "真", "开启", "启用"]);
const FALSE = new Set(["false", "no", "n", "0", "否", "假", "关闭", "不启用"]);
const SECRET = new Set(["secret", "密钥", "密钥认证"]);
const CERTIFICATES = new Set(["certificates", "certificate", "证书", "证书认证", "x.509", "x.509证书"]);

/** IoTDA reference: AddDevice, UpdateDevice, ChangeGateway. */
export const CELL_RULES: Readonly<Record<ColumnName, CellRule>> = {
  product_id: idRule(36),
  node_id: idRule(64),
  device_id: idRule(128),
  gateway_id: idRule(128),
  device_name: textRule(NAME, 0, 256),
  description: textRule(NAME, 0, 2048),
  secret: textRule(ID, 8, 32),
  fingerprint: (text) =>
    /^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(text) ? text : (excelNumber(text) ?? bareFingerprint(text)),
  auth_type: (text) => {
    const word = plainWord(text);
    if (SECRET.has(word)) return "SECRET";
    return CERTIFICATES.has(word) ? "CERTIFICATES" : flaw("auth-type");
  },
  secure_access: (text) => {
    const word = plainWord(text);
    if (TRUE.has(word)) return "true";
    return FALSE.has(word) ? "false" : flaw("boolean");
  },
  timeout: (text) => {
    const digits = text.normalize("NFKC");
    if (/^\d{1,10}$/.test(digits) && Number(digits) <= MAX_TIMEOUT) return String(Number(digits));
    return excelNumber(text) ?? flaw("integer", { limit: MAX_TIMEOUT });
  },
};

function idRule(max: number): CellRule {
  const rule = textRule(ID, 1, max);
  return (text) => (text.startsWith(EXAMPLE) ? flaw("example") : rule(text));
}

/** Characters from one set, between two lengths. The first thing wrong is named. */
function textRule(allowed: RegExp, min: number, max: number): CellRule {
  const fits = new RegExp(`^${allowed.source}{${min},${max}}$`);
  const stranger = new RegExp(`[^${allowed.source.slice(1)}`, "u");
  const strangers = new RegExp(stranger, "gu");

  const safeFix = (text: string): string | null => {
    if (text.length > MAX_FIXABLE) return null;
    const cleaned = bareText(text)
      .replace(strangers, (character) => nameStranger(character).meant ?? character)
      .trim();
    return fits.test(cleaned) && cleaned !== "" ? cleaned : null;
  };

  return (text) => {
    if (fits.test(text)) return text;
    const spoiled = excelNumber(text);
    if (spoiled !== null) return spoiled;
    const character = stranger.exec(text)?.[0];
    const fix = character === undefined ? null : safeFix(text);
    if (/^(=|[@+-][^(]*\()/.test(text) && character !== undefined) return { reason: "formula", values: {}, fix };
    if (fix === null && text.length > max) return flaw("long", { length: text.length, limit: max });
    if (character === undefined) return flaw("short", { length: text.length, limit: min });
    const { reason, meant } = nameStranger(character);
    return { reason, values: { character, code: codePoint(character), meant: meant ?? "" }, fix };
  };
}

/** Certificate tools write AB:CD:… */
function bareFingerprint(text: string): CellFlaw {
  const bare = text.normalize("NFKC").replace(/[\s:]/g, "");
  const fix = /^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(bare) ? bare : null;
  return { reason: "fingerprint", values: { length: text.length }, fix };
}

const excelNumber = (text: string): CellFlaw | null =>
  /^-?\d([.,]\d+)?E\+?\d+$/i.test(text) && /[.,+]/.test(text) ? flaw("excel-number") : null;

const plainWord = (text: string) => text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");

const flaw = (reason: CellReason, values: Values = {}): CellFlaw => ({ reason, values, fix: null });
