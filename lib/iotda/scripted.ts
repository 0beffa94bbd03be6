import type { Platform } from "@/lib/env";
import { Secret } from "@/lib/secret";
import { createIotda } from "./client";
import type { Fetch } from "./fetch";
import type { Iotda } from "./iotda";

/** For tests: an answer as it would come over the line, or what `fetch` throws instead. */
export type Reply = { status?: number; headers?: Record<string, string>; body?: unknown } | Error;

type Sent = {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body: string | null;
  bytes: Uint8Array | null;
};

const keysPlatform: Platform = {
  endpoint: "https://iotda.cn-north-4.myhuaweicloud.com",
  region: "cn-north-4",
  instanceId: "inst-1",
  signing: "auto",
  projectId: "0123456789abcdef0123456789abcdef",
  credentials: { kind: "keys", ak: new Secret("OURACCESSKEY"), sk: new Secret("OURSECRETKEY"), securityToken: null },
  name: null,
  isSimulator: false,
};

export const tokenPlatform: Platform = {
  ...keysPlatform,
  credentials: {
    kind: "token",
    iamEndpoint: "https://iam.cn-north-4.myhuaweicloud.com",
    domain: "acme",
    user: "console",
    password: new Secret("OURPASSWORD"),
  },
};

/** A client whose platform says `replies` one after the other, on a clock that only sleeping moves. */
export function scripted(replies: readonly Reply[], change: Partial<Platform> = {}) {
  const sent: Sent[] = [];
  const slept: number[] = [];
  const left = [...replies];
  let time = Date.parse("2026-01-09T10:15:00Z");
  const fetch: Fetch = async (url, { method, headers, body }) => {
    const said = typeof body === "string" ? { body, bytes: null } : { body: null, bytes: body ?? null };
    sent.push({ url: new URL(url), method, headers, ...said });
    const reply = left.shift();
    if (reply === undefined) throw new Error(`Nobody scripted ${method} ${url}`);
    if (reply instanceof Error) throw reply;
    return answer(reply);
  };
  const clock = {
    now: () => time,
    sleep: async (ms: number) => {
      slept.push(ms);
      time += ms;
    },
  };
  const platform = { ...keysPlatform, ...change };
  const iotda: Iotda = createIotda({ platform, fetch, ...clock, random: () => 0.5 });
  const pass = (ms: number): void => {
    time += ms;
  };
  return { iotda, sent, slept, left, fetch, pass, ...clock };
}

export function answer({ status = 200, headers = {}, body }: Exclude<Reply, Error>): Awaited<ReturnType<Fetch>> {
  const text = typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);
  const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { status, headers: { get: (name) => lowered[name.toLowerCase()] ?? null }, text: async () => text };
}

/** What `fetch` throws in Node: the reason is in its cause. */
export const fetchFailed = (code: string, syscall?: string): Error =>
  new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code, syscall }) });
