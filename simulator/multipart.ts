import { malformed } from "./errors";

export interface UploadedPart {
  /** Of the form field. */
  name: string;
  /** Undefined for a field that is no file. */
  fileName: string | undefined;
  bytes: Buffer;
}

const NAMES = /;\s*(name|filename|filename\*)=(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/gi;

/** The parts of a `multipart/form-data` body (RFC 7578). Throws a Refusal when it is none. */
export function readMultipart(contentType: string, body: Uint8Array): UploadedPart[] {
  const found = /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) throw malformed("Content-Type must be multipart/form-data with a boundary.");
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: UploadedPart[] = [];
  // The first delimiter may open the body without a line end before it.
  let at = bytes.subarray(0, delimiter.length - 2).equals(delimiter.subarray(2)) ? -2 : bytes.indexOf(delimiter);
  for (;;) {
    if (at < -2 || at === -1) throw malformed("The multipart body has no such boundary, or no end.");
    const start = at + delimiter.length;
    if (bytes.subarray(start, start + 2).toString() === "--") return parts;
    const end = bytes.indexOf(delimiter, start);
    const head = bytes.indexOf("\r\n\r\n", start);
    if (end < 0 || head < 0 || head > end) throw malformed("A part of the multipart body has no end or no header.");
    parts.push(readPart(bytes.subarray(start, head).toString("utf8"), bytes.subarray(head + 4, end)));
    at = end;
  }
}

function readPart(head: string, bytes: Buffer): UploadedPart {
  const line = head.split("\r\n").find((text) => /^content-disposition:\s*form-data\b/i.test(text)) ?? "";
  const names = new Map<string, string>();
  for (const [, key = "", quoted, plain] of line.matchAll(NAMES)) {
    names.set(key.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "");
  }
  const name = names.get("name");
  if (name === undefined) throw malformed("A part of the multipart body has no name.");
  return { name, fileName: extended(names.get("filename*")) ?? names.get("filename"), bytes };
}

/** A file name in the form `UTF-8''a%20b.xlsx`. */
function extended(value: string | undefined): string | undefined {
  const text = /^utf-8'[^']*'(.*)$/i.exec(value ?? "")?.[1];
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    throw malformed("The file name cannot be read.");
  }
}
