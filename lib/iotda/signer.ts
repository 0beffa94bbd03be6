import { createHash, createHmac } from "node:crypto";
import { encode, encodeQuery, type Query } from "./encode";
import { toWireTime } from "./time";

/** What is signed: `path` is decoded, `headers` are those covered by the signature (`host` among them), `body` the exact text sent. */
export type SigningRequest = {
  method: string;
  path: string;
  query: Query;
  headers: Readonly<Record<string, string>>;
  /** Null for a file, which is left out of the signature together with its type. */
  body: string | null;
};

/** `service` is `iotdm` for IoTDA. IoTDA reference: authentication, derived AK/SK. */
export type SigningScheme = { kind: "basic" } | { kind: "derived"; region: string; service: string };

export type SigningKeys = { ak: string; sk: string; securityToken: string | null };

/** IoTDA reference: authentication, payload hash: what is neither JSON nor BSON. */
const UNSIGNED = "UNSIGNED-PAYLOAD";

/** The headers to add to the request. Pure; `at` is in epoch milliseconds. Throws on a header that could smuggle a line. */
export function sign(
  request: SigningRequest,
  keys: SigningKeys,
  at: number,
  scheme: SigningScheme,
): Record<string, string> {
  const date = toWireTime(at);
  const added: Record<string, string> = { "X-Sdk-Date": date };
  if (keys.securityToken !== null) added["X-Security-Token"] = keys.securityToken;
  if (request.body === null) added["X-Sdk-Content-Sha256"] = UNSIGNED;
  const headers = canonicalHeaders({ ...request.headers, ...added }).filter(
    ([name]) => request.body !== null || name !== "content-type",
  );
  const names = headers.map(([name]) => name).join(";");
  const canonical = [
    request.method,
    canonicalPath(request.path),
    encodeQuery(request.query),
    headers.map(([name, value]) => `${name}:${value}\n`).join(""),
    names,
    request.body === null ? UNSIGNED : sha256(request.body),
  ].join("\n");

  if (scheme.kind === "basic") {
    const signature = hmac(keys.sk, `SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`).toString("hex");
    added.Authorization = `SDK-HMAC-SHA256 Access=${keys.ak}, SignedHeaders=${names}, Signature=${signature}`;
  } else {
    const info = `${date.slice(0, 8)}/${scheme.region}/${scheme.service}`;
    const text = `V11-HMAC-SHA256\n${date}\n${info}\n${sha256(canonical)}`;
    const signature = hmac(derivedKey(keys, info), text).toString("hex");
    added.Authorization = `V11-HMAC-SHA256 Credential=${keys.ak}/${info}, SignedHeaders=${names}, Signature=${signature}`;
  }
  return added;
}

/** HKDF-SHA256 of one block with the AK as salt; its hex text, not its bytes, is the key. IoTDA reference: derived AK/SK. */
export const derivedKey = ({ ak, sk }: Pick<SigningKeys, "ak" | "sk">, info: string): string =>
  hmac(hmac(ak, sk), `${info}\u0001`).toString("hex");

/** Ends in `/` here, though not on the wire. IoTDA reference: authentication, canonical URI. */
function canonicalPath(path: string): string {
  const encoded = path.split("/").map(encode).join("/");
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

function canonicalHeaders(headers: Record<string, string>): readonly (readonly [string, string])[] {
  return Object.entries(headers)
    .map(([name, value]) => {
      if (!/^[A-Za-z0-9-]+$/.test(name) || /[\r\n\0]/.test(value))
        throw new TypeError(`Header ${JSON.stringify(name)} can not be signed: bad name, or a line break in its value`);
      return [name.toLowerCase(), value.trim()] as const;
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
