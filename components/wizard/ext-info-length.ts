/** What counts against the limit: the serialised object, or the text as it stands while it is none. */
export function extInfoLength(text: string): number {
  try {
    return JSON.stringify(JSON.parse(text)).length;
  } catch {
    return text.trim().length;
  }
}
