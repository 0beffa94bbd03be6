import { DEVICE_ID } from "@/lib/tasks/targets";
import { codePoint, nameStranger } from "./characters";
import type { Flaw } from "./verdict";

/** IoTDA reference: device_id, at most 128 characters. */
const MAX_LENGTH = 128;
/** Longer cells are not searched for a fix: they would not become an ID. */
const MAX_FIXABLE = 512;
/** How the IDs in our templates begin, so that none of them is ever taken for a device. */
export const EXAMPLE = "EXAMPLE-";

/**
 * A cell as a device ID, or what is wrong with it. Ordinary spaces and tabs around it are no part of it. The first
 * thing wrong is named; a fix only removes or replaces characters that an ID can not hold, and is never a guess.
 */
export function judgeDeviceId(cell: string): string | Flaw {
  if (DEVICE_ID.test(cell)) return cell.startsWith(EXAMPLE) ? { reason: "example", values: {}, fix: null } : cell;
  const text = trim(cell);
  if (text !== cell && DEVICE_ID.test(text)) return judgeDeviceId(text);
  if (text === "") return { reason: "empty", values: {}, fix: null };
  if (/^-?\d([.,]\d+)?E\+?\d+$/i.test(text)) return { reason: "excel-number", values: {}, fix: null };
  const fix = safeFix(text);
  if (/^(=|[@+-][^(]*\()/.test(text)) return { reason: "formula", values: {}, fix };
  if (fix === null && text.length > MAX_LENGTH) {
    return { reason: "long", values: { length: text.length, limit: MAX_LENGTH }, fix };
  }
  const character = /[^A-Za-z0-9_-]/u.exec(text)?.[0] ?? "";
  const { reason, meant } = nameStranger(character);
  return { reason, values: { character, code: codePoint(character), meant: meant ?? "" }, fix };
}

function safeFix(text: string): string | null {
  if (text.length > MAX_FIXABLE) return null;
  const bare = bareText(text);
  const cleaned = trim(bare.replace(/[^A-Za-z0-9_-]/gu, (character) => nameStranger(character).meant ?? character));
  return DEVICE_ID.test(cleaned) ? cleaned : null;
}

/** Without Excel's two ways of keeping a number as text, ="123" and '123, and without quotation marks around it. */
export const bareText = (text: string): string =>
  /^="([^"]*)"$/.exec(text)?.[1] ?? /^'([^']*)'$/.exec(text)?.[1] ?? text.replace(/^'/, "");

const trim = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, "");
