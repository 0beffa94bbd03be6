/** One step through an XML text: `open` carries attributes, `text` carries what it says. */
export type XmlEvent =
  | { kind: "open"; name: string; attributes: Record<string, string>; empty: boolean }
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
      const empty = inside.endsWith("/");
      yield { kind: "open", name, attributes: readAttributes(inside), empty };
      if (empty) yield { kind: "close", name };
    }
  }
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE)) {
    attributes[name] = decode(double ?? single ?? "");
  }
  return attributes;
}

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
