import type { Mark, Reason } from "./verdict";

/** What a character that is not taken is. */
export type StrangerReason = Exclude<Reason, "long" | "empty" | "example" | Mark>;

/** What a character that device IDs do not take is, and what was most likely meant (`""`: nothing at all). */
type Stranger = { reason: StrangerReason; meant: string | null };

/** Letters of other scripts and marks that look like one that device IDs take. */
const LOOK_ALIKES = new Map([
  ...pairs("АВЕЅІЈКМНОРСТУХаеѕіјорсух", "ABESIJKMHOPCTYXaesijopcyx"),
  ...pairs("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"),
  ...pairs("‐‑‒–—―−⁃﹣", "---------"),
]);

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;
const BLANK = /[\t\u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/** Names one character that is not a letter, digit, `-` or `_`. */
export function nameStranger(character: string): Stranger {
  if (character === " ") return { reason: "space", meant: " " };
  if (/[\n\v\f\u2028\u2029]/.test(character)) return { reason: "line-break", meant: null };
  if (BLANK.test(character)) return { reason: "blank", meant: " " };
  if (INVISIBLE.test(character)) return { reason: "invisible", meant: "" };
  const looks = LOOK_ALIKES.get(character);
  if (looks !== undefined) return { reason: "look-alike", meant: looks };
  if (/[\uff01-\uff5e]/.test(character)) return { reason: "full-width", meant: character.normalize("NFKC") };
  return { reason: "character", meant: null };
}

/** `U+200B` for a zero-width space. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((character, at) => [character, to.charAt(at)]);
}
