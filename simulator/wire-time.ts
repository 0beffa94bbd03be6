/** `yyyyMMdd'T'HHmmss'Z'` in UTC. */
export function toBasic(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** `yyyy-MM-dd'T'HH:mm:ss.SSS'Z'` in UTC. */
export function toExtended(ms: number): string {
  return new Date(ms).toISOString();
}

/** Milliseconds of a basic UTC time; undefined when it is not one or names no real moment. */
export function fromBasic(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(ms) || toBasic(ms) !== text ? undefined : ms;
}
