import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** A request as it came over the wire: header names lower-case, body the exact bytes. */
export interface SignedRequest {
  method: string;
  /** Path and query exactly as sent. */
  url: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface Authorization {
  scheme: "basic" | "derived";
  accessKey: string;
  /** `date/region/service`; empty for the plain scheme. */
  scope: string;
  signedHeaders: string[];
  signature: string;
}

const ALGORITHM = { basic: "SDK-HMAC-SHA256", derived: "V11-HMAC-SHA256" } as const;
export const UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

/** Reads the Authorization header of either scheme; undefined when it is neither. */
export function parseAuthorization(header: string): Authorization | undefined {
  const plain = /^SDK-HMAC-SHA256 Access=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/.exec(header);
  if (plain) return toAuthorization("basic", plain[1], "", plain[2], plain[3]);
  const derived =
    /^V11-HMAC-SHA256 Credential=([^/,\s]+)\/([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/.exec(
      header,
    );
  if (derived) return toAuthorization("derived", derived[1], derived[2], derived[3], derived[4]);
  return undefined;
}

function toAuthorization(
  scheme: "basic" | "derived",
  accessKey = "",
  scope = "",
  signedHeaders = "",
  signature = "",
): Authorization {
  return { scheme, accessKey, scope, signedHeaders: signedHeaders.split(";"), signature };
}

/** The signature that this request should carry, in hex. IoTDA reference: AK/SK signing, both schemes. */
export function expectedSignature(
  request: SignedRequest,
  authorization: Omit<Authorization, "signature">,
  secretKey: string,
): string {
  const date = request.headers["x-sdk-date"] ?? "";
  const digest = sha256(canonicalRequest(request, authorization.signedHeaders));
  if (authorization.scheme === "basic") {
    return hmac(secretKey, `${ALGORITHM.basic}\n${date}\n${digest}`);
  }
  const key = derivedKey(authorization.accessKey, secretKey, authorization.scope);
  return hmac(key, `${ALGORITHM.derived}\n${date}\n${authorization.scope}\n${digest}`);
}

/** HKDF-SHA256, one block; the key is the hex text itself, not the bytes that it stands for. */
export function derivedKey(accessKey: string, secretKey: string, scope: string): string {
  const prk = createHmac("sha256", accessKey).update(secretKey).digest();
  return createHmac("sha256", prk).update(scope).update(Uint8Array.of(1)).digest("hex");
}

function canonicalRequest(request: SignedRequest, signedHeaders: string[]): string {
  const [path = "", query = ""] = splitOnce(request.url, "?");
  const headers = signedHeaders.map((name) => `${name}:${(request.headers[name] ?? "").trim()}\n`);
  return [
    request.method.toUpperCase(),
    canonicalPath(path),
    canonicalQuery(query),
    headers.join(""),
    signedHeaders.join(";"),
    request.headers["x-sdk-content-sha256"] ?? sha256(request.body),
  ].join("\n");
}

export function sameSignature(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("hex");
}

function canonicalPath(path: string): string {
  const encoded = path
    .split("/")
    .map((segment) => encode(decode(segment)))
    .join("/");
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

function canonicalQuery(query: string): string {
  if (query === "") return "";
  const pairs = query.split("&").map((pair) => {
    const [key = "", value = ""] = splitOnce(pair, "=");
    return [encode(decode(key)), encode(decode(value))] as const;
  });
  pairs.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]));
  return pairs.map(([key, value]) => `${key}=${value}`).join("&");
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Text that is not valid percent-encoding stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
