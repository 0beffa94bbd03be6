const BASIC = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;
const EXTENDED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

/** An instant as the platform writes it: UTC, whole seconds, no separators (`20260110T020000Z`). */
export function toWireTime(instant: number | string): string {
  return new Date(instant)
    .toISOString()
    .replace(/\.\d{3}/, "")
    .replace(/[-:]/g, "");
}

/** An ISO string in UTC, or null for what is not an instant: a field that we can not read is unknown, not an error. */
export function fromWireTime(text: string | null): string | null {
  if (text === null) return null;
  const iso = text.replace(BASIC, "$1-$2-$3T$4:$5:$6Z");
  const at = EXTENDED.test(iso) ? new Date(iso) : null;
  return at === null || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
