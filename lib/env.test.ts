import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { type Env, EnvError, parseEnv } from "./env";

const keys = {
  IOTDA_ENDPOINT: "https://abc.st1.iotda-app.ap-southeast-1.myhuaweicloud.com",
  HUAWEICLOUD_SDK_AK: "AK-of-ours",
  HUAWEICLOUD_SDK_SK: "SK-of-ours",
  HUAWEICLOUD_SDK_PROJECT_ID: "0123456789abcdef0123456789abcdef",
};
const token = {
  IOTDA_ENDPOINT: "http://127.0.0.1:4010",
  IOTDA_REGION: "cn-north-4",
  IAM_DOMAIN_NAME: "acme",
  IAM_USER_NAME: "console",
  IAM_PASSWORD: " pass word ",
};

function sentences(source: Record<string, string | undefined>): readonly string[] {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.sentences;
    throw error;
  }
  return [];
}

describe("parseEnv", () => {
  it("fills in what was not said", () => {
    const env = parseEnv(keys);
    expect(env).toMatchObject({
      platform: { region: "ap-southeast-1", signing: "auto", instanceId: null, name: null, isSimulator: false },
      database: { directory: ".data/database" },
      dataDir: ".data",
      port: 3000,
      publicUrl: null,
      sessionSecret: null,
      firstAdmin: null,
      trustedProxies: 0,
      chineseTaskNames: false,
      logLevel: "info",
      worker: "inside",
      outboundProxy: null,
    } satisfies { [K in keyof Env]?: unknown });
  });

  it("takes what was said", () => {
    const env = parseEnv({
      ...keys,
      IOTDA_REGION: "cn-north-4",
      IOTDA_PLATFORM: "simulator",
      PORT: "8080",
      PUBLIC_URL: "https://console.example/",
      TRUSTED_PROXIES: "2",
      TASK_NAME_CHINESE: "true",
      WORKER: "apart",
      ADMIN_EMAIL: "a@example.com",
      DATABASE_URL: "postgres://u:p@h/db",
      https_proxy: "http://proxy:3128",
    });
    expect(env).toMatchObject({ port: 8080, publicUrl: "https://console.example", trustedProxies: 2, worker: "apart" });
    expect(env.platform).toMatchObject({ region: "cn-north-4", isSimulator: true });
    expect(env.firstAdmin).toEqual({ email: "a@example.com", password: null });
    expect("url" in env.database && env.database.url.reveal()).toBe("postgres://u:p@h/db");
    expect(env.outboundProxy?.url.reveal()).toBe("http://proxy:3128");
  });

  it("lets an access key win over a token, and trims what was pasted but not what was chosen", () => {
    const both = parseEnv({ ...token, ...keys, HUAWEICLOUD_SDK_SK: " SK-of-ours\n" }).platform.credentials;
    expect(both.kind === "keys" && both.sk.reveal()).toBe("SK-of-ours");
    const only = parseEnv(token).platform;
    expect(only.projectId).toBeNull();
    expect(only.credentials).toMatchObject({ kind: "token", iamEndpoint: "https://iam.cn-north-4.myhuaweicloud.com" });
    expect(only.credentials.kind === "token" && only.credentials.password.reveal()).toBe(" pass word ");
  });

  it.each([
    ["IOTDA_ENDPOINT", { IOTDA_ENDPOINT: undefined }],
    ["IOTDA_ENDPOINT", { IOTDA_ENDPOINT: "" }],
    ["IOTDA_ENDPOINT", { IOTDA_ENDPOINT: "iotda.example.com" }],
    ["IOTDA_ENDPOINT", { IOTDA_ENDPOINT: "https://user:hush@host" }],
    ["IOTDA_ENDPOINT", { IOTDA_ENDPOINT: "https://host/v5/iot" }],
    ["IOTDA_ENDPOINT", { IOTDA_ENDPOINT: "ftp://host" }],
    ["IOTDA_REGION", { IOTDA_ENDPOINT: "http://127.0.0.1:4010" }],
    ["IOTDA_SIGNING", { IOTDA_SIGNING: "v4" }],
    ["IOTDA_INSTANCE_ID", { IOTDA_INSTANCE_ID: "a b" }],
    ["IOTDA_PLATFORM", { IOTDA_PLATFORM: "real" }],
    ["HUAWEICLOUD_SDK_AK", { HUAWEICLOUD_SDK_AK: undefined }],
    ["HUAWEICLOUD_SDK_SK", { HUAWEICLOUD_SDK_SK: undefined }],
    ["HUAWEICLOUD_SDK_SK", { HUAWEICLOUD_SDK_SK: "hush\nhush" }],
    ["HUAWEICLOUD_SDK_PROJECT_ID", { HUAWEICLOUD_SDK_PROJECT_ID: undefined }],
    ["HUAWEICLOUD_SDK_PROJECT_ID", { HUAWEICLOUD_SDK_PROJECT_ID: "../x" }],
    ["HUAWEICLOUD_SDK_SECURITY_TOKEN", { HUAWEICLOUD_SDK_SECURITY_TOKEN: "a\r\nb" }],
    ["IAM_ENDPOINT", { IAM_ENDPOINT: "nowhere" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://u:hush@h/db" }],
    ["PORT", { PORT: "0" }],
    ["PORT", { PORT: "3000x" }],
    ["PORT", { PORT: "65536" }],
    ["PUBLIC_URL", { PUBLIC_URL: "console.example" }],
    ["SESSION_SECRET", { SESSION_SECRET: "hush hush" }],
    ["ADMIN_EMAIL", { ADMIN_EMAIL: "admin" }],
    ["ADMIN_EMAIL", { ADMIN_PASSWORD: "hush hush" }],
    ["DATABASE_URL", { WORKER: "apart" }],
    ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "-1" }],
    ["TASK_NAME_CHINESE", { TASK_NAME_CHINESE: "yes" }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
    ["WORKER", { WORKER: "maybe" }],
    ["HTTPS_PROXY", { HTTPS_PROXY: "proxy:3128" }],
  ])("says one sentence about a bad %s", (name, change) => {
    const said = sentences({ ...keys, ...change });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(new RegExp(`^${name} .*\\.$`));
    expect(said[0]).not.toContain("hush hush");
  });

  it.each(["IAM_DOMAIN_NAME", "IAM_USER_NAME", "IAM_PASSWORD"])("refuses a token's set without %s", (name) => {
    expect(sentences({ ...token, [name]: "" })).toEqual([expect.stringContaining(`${name} is not set`)]);
  });

  it("does not fall back to a token when half of an access key is there", () => {
    expect(sentences({ ...token, HUAWEICLOUD_SDK_AK: "AK-of-ours" })).toEqual([
      expect.stringContaining("HUAWEICLOUD_SDK_SK is not set"),
    ]);
  });

  it("asks for credentials when there are none, and says everything at once", () => {
    expect(sentences({ IOTDA_ENDPOINT: keys.IOTDA_ENDPOINT })).toHaveLength(1);
    expect(sentences({})).toHaveLength(2);
    expect(sentences({ ...keys, PORT: "x", WORKER: "x" })).toHaveLength(2);
  });

  it("shows no secret, however it is printed", () => {
    const secrets = {
      DATABASE_URL: "postgres://u:hush@h/db",
      SESSION_SECRET: "hush hush".repeat(8),
      HTTPS_PROXY: "http://u:hush@p",
    };
    const env = parseEnv({ ...keys, ...secrets, ADMIN_EMAIL: "a@b.c", ADMIN_PASSWORD: "hush hush" });
    for (const shown of [
      JSON.stringify(env),
      inspect(env, { depth: 9 }),
      String(env.sessionSecret),
      inspect(env, { showHidden: true, depth: 9 }),
    ]) {
      expect(shown).toContain("hidden");
      expect(shown).not.toMatch(/hush|AK-of-ours|SK-of-ours/);
    }
    const { credentials } = parseEnv(token).platform;
    expect(inspect(credentials) + JSON.stringify(credentials)).not.toContain("pass word");
  });
});
