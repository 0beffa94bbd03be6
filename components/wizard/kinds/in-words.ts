import { type Json, membersOf, writeJson } from "@/lib/json";

const MAX_CHARACTERS = 90;

/** Named values as a person reads them in a sentence: "position = closed, opening = 12.5"; the end may be left out. */
export function inWords(object: { readonly [key: string]: Json | undefined }): string {
  const words = membersOf(object)
    .map(([name, value]) => `${name} = ${typeof value === "string" ? value : writeJson(value)}`)
    .join(", ");
  return words.length <= MAX_CHARACTERS ? words : `${[...words].slice(0, MAX_CHARACTERS).join("")}…`;
}
