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

/** A signing client of the tests' own, so that the server's reading is not checked against itself. */
export function testClient(options: TestClientOptions) {
  const now = options.now ?? Date.now;
  return async function send(
    method: string,
    path: string,
    body?: Json,
    extra: Record<string, string> = {},
  ): Promise<TestAnswer> {
    const url = new URL(`/v5/iot/${options.project}${path}`, options.endpoint);
    const text = body === undefined ? "" : JSON.stringify(body);
    const date = toBasic(now());
    const signed: [string, string][] = [
      ["host", url.host],
      ["x-sdk-date", date],
    ];
    const query = [...url.searchParams].map(
      ([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`,
    );
    const canonical = [
      method,
      `${url.pathname}/`,
      query.sort().join("&"),
      signed.map(([name, value]) => `${name}:${value}\n`).join(""),
      signed.map(([name]) => name).join(";"),
      createHash("sha256").update(text).digest("hex"),
    ].join("\n");
    const headers: Record<string, string> = {
      "X-Sdk-Date": date,
      Authorization: authorization(options, date, createHash("sha256").update(canonical).digest("hex")),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...extra,
    };
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body: text }) });
    const parsed = parseJson(await response.text());
    return { status: response.status, body: isObject(parsed) ? parsed : {}, headers: response.headers };
  };
}

function authorization(options: TestClientOptions, date: string, digest: string): string {
  const { accessKey, secretKey } = options;
  const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text);
  if (options.scheme === "derived") {
    const scope = `${date.slice(0, 8)}/${options.region}/iotdm`;
    const prk = hmac(accessKey, secretKey).digest();
    const key = hmac(prk, `${scope}\u0001`).digest("hex");
    const signature = hmac(key, `V11-HMAC-SHA256\n${date}\n${scope}\n${digest}`).digest("hex");
    return `V11-HMAC-SHA256 Credential=${accessKey}/${scope}, SignedHeaders=host;x-sdk-date, Signature=${signature}`;
  }
  const signature = hmac(secretKey, `SDK-HMAC-SHA256\n${date}\n${digest}`).digest("hex");
  return `SDK-HMAC-SHA256 Access=${accessKey}, SignedHeaders=host;x-sdk-date, Signature=${signature}`;
}
