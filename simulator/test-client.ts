import { createHash, createHmac } from "node:crypto";
import { isObject, type Json, type JsonObject, parseJson } from "./json";
import { toBasic } from "./wire-time";

export interface TestClientOptions {
  endpoint: string;
  accessKey: string;
  secretKey: string;
  project: string;
  scheme?: "basic" | "derived";
  region?: string;
  /** Milliseconds since 1970 that the signature claims. */
  now?: () => number;
}

export interface TestAnswer {
  status: number;
  body: JsonObject;
  headers: Headers;
}

/** What a request carries besides its path. */
interface Payload {
  text: Uint8Array<ArrayBuffer> | string | undefined;
  headers: Record<string, string>;
  /** Sent and signed. */
  signed: [string, string][];
}

/** A signing client of the tests' own, so that the server's reading is not checked against itself. */
export function testClient(options: TestClientOptions) {
  return function send(
    method: string,
    path: string,
    body?: Json,
    extra: Record<string, string> = {},
  ): Promise<TestAnswer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const type = text === undefined ? {} : { "Content-Type": "application/json" };
    return sendSigned(options, method, path, { text, headers: { ...type, ...extra }, signed: [] });
  };
}

/** Uploads a file as the SDKs do: multipart, its content not part of the signature. */
export function testUpload(options: TestClientOptions) {
  return function upload(name: string, bytes: Uint8Array, signed = true): Promise<TestAnswer> {
    const head = `--X\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`;
    return sendSigned(options, "POST", "/batchtask-files", {
      text: Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n--X--\r\n")]),
      headers: { "Content-Type": "multipart/form-data; boundary=X" },
      signed: signed ? [["x-sdk-content-sha256", "UNSIGNED-PAYLOAD"]] : [],
    });
  };
}

async function sendSigned(
  options: TestClientOptions,
  method: string,
  path: string,
  { text, headers, signed: more }: Payload,
): Promise<TestAnswer> {
  const url = new URL(`/v5/iot/${options.project}${path}`, options.endpoint);
  const date = toBasic((options.now ?? Date.now)());
  const signed: [string, string][] = [["host", url.host], ...more, ["x-sdk-date", date]];
  const names = signed.map(([name]) => name).join(";");
  const query = [...url.searchParams].map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
  const hash = createHash("sha256")
    .update(text ?? "")
    .digest("hex");
  const canonical = [
    method,
    `${url.pathname}/`,
    query.sort().join("&"),
    signed.map(([name, value]) => `${name}:${value}\n`).join(""),
    names,
    more.length > 0 ? "UNSIGNED-PAYLOAD" : hash,
  ].join("\n");
  const digest = createHash("sha256").update(canonical).digest("hex");
  const response = await fetch(url, {
    method,
    headers: {
      "X-Sdk-Date": date,
      Authorization: authorization(options, date, names, digest),
      ...Object.fromEntries(more),
      ...headers,
    },
    ...(text === undefined ? {} : { body: text }),
  });
  const parsed = parseJson(await response.text());
  return { status: response.status, body: isObject(parsed) ? parsed : {}, headers: response.headers };
}

function authorization(options: TestClientOptions, date: string, names: string, digest: string): string {
  const { accessKey, secretKey } = options;
  const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text);
  if (options.scheme === "derived") {
    const scope = `${date.slice(0, 8)}/${options.region}/iotdm`;
    const prk = hmac(accessKey, secretKey).digest();
    const key = hmac(prk, `${scope}\u0001`).digest("hex");
    const signature = hmac(key, `V11-HMAC-SHA256\n${date}\n${scope}\n${digest}`).digest("hex");
    return `V11-HMAC-SHA256 Credential=${accessKey}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  }
  const signature = hmac(secretKey, `SDK-HMAC-SHA256\n${date}\n${digest}`).digest("hex");
  return `SDK-HMAC-SHA256 Access=${accessKey}, SignedHeaders=${names}, Signature=${signature}`;
}
