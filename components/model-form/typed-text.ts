/** What can be kept of a typed or pasted text: no NUL and no half of a pair, which no database takes. */
export const storable = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, "");

/** A number as people type or paste it: full-width digits, typographic minus signs and spaces are taken as meant. */
export const typedNumber = (text: string): string =>
  storable(text)
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s/g, "");

/** The lines of a pasted list; one line is one entry. */
export const typedLines = (text: string): readonly string[] =>
  storable(text)
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== "");

/** `yyyyMMdd'T'HHmmss'Z'` as the browser's date and time control takes it; empty when it is no such text. */
export function toPicker(wire: string): string {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(wire);
  if (parts === null) return "";
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

/** What the browser's control gives, as the platform writes it; empty when nothing whole was chosen. */
export function fromPicker(picked: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/.exec(picked);
  if (parts === null) return "";
  const [, year, month, day, hour, minute, second = "00"] = parts;
  return `${year}${month}${day}T${hour}${minute}${second}Z`;
}

/** The instant that a wire time names, as an ISO text; null when it names none. */
export function instantOf(wire: string): string | null {
  const picked = toPicker(wire);
  const at = picked === "" ? Number.NaN : Date.parse(`${picked}Z`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
