/** One step through an XML text: `open` carries its attributes as they stand, `text` what it says. */
export type XmlEvent =
  | { kind: "open"; name: string; inside: string }
  | { kind: "close"; name: string }
  | { kind: "text"; text: string };

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)/y;
const ATTRIBUTE = /(?:^|\s)(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Walks through an XML text; prefixes of names are dropped. Throws an Error when it is not well-formed enough. */
export function* readXml(text: string): Generator<XmlEvent> {
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) throw new Error("not XML");
    at = TOKEN.lastIndex;
    const [, cdata, slash, name, inside = "", plain] = found;
    if (plain !== undefined) yield { kind: "text", text: decode(plain) };
    else if (cdata !== undefined) yield { kind: "text", text: cdata };
    else if (name !== undefined && slash === "/") yield { kind: "close", name };
    else if (name !== undefined) {
      yield { kind: "open", name, inside };
      if (inside.endsWith("/")) yield { kind: "close", name };
    }
  }
}

/** An attribute of a tag by its name without prefix; undefined when it has none. */
export function attributeOf({ inside }: { inside: string }, name: string): string | undefined {
  if (!inside.includes(name)) return undefined;
  for (const [, found, double, single] of inside.matchAll(ATTRIBUTE)) {
    if (found === name) return decode(double ?? single ?? "");
  }
  return undefined;
}

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
