import { expect, test } from "vitest";
import { type Env, parseEnv } from "@/lib/env";
import { connectionFacts } from "./facts";

const KEYS = {
  IOTDA_ENDPOINT: "https://9bc34.st1.iotda-app.ap-southeast-1.myhuaweicloud.com",
  HUAWEICLOUD_SDK_AK: "OURACCESSKEY",
  HUAWEICLOUD_SDK_SK: "OURSECRETKEY",
  HUAWEICLOUD_SDK_PROJECT_ID: "0123456789abcdef0123456789abcdef",
};
const factsOf = (more: Record<string, string> = {}, canRead = () => true) => connectionFacts(env(more), canRead);
const env = (more: Record<string, string>): Env => parseEnv({ ...KEYS, ...more });

test("says what it is connected to, and no more of the project's id than tells two apart", () => {
  expect(factsOf({ IOTDA_NAME: "North", IOTDA_INSTANCE_ID: "inst-1" })).toMatchObject({
    name: "North",
    isSimulator: false,
    host: "9bc34.st1.iotda-app.ap-southeast-1.myhuaweicloud.com",
    encrypted: true,
    region: "ap-southeast-1",
    projectId: "0123••••••••cdef",
    instanceId: "inst-1",
  });
});

test("of an id that is hardly longer than what would be shown, nothing is", () => {
  expect(factsOf({ HUAWEICLOUD_SDK_PROJECT_ID: "0123456789abcde" }).projectId).toBe("••••••••");
  expect(factsOf({ HUAWEICLOUD_SDK_PROJECT_ID: "0123456789abcdef" }).projectId).toBe("0123••••••••cdef");
});

test.each([
  ["derived", "own-host", {}],
  ["basic", "shared-host", { IOTDA_ENDPOINT: "https://iotda.cn-north-4.myhuaweicloud.com" }],
  ["basic", "set", { IOTDA_SIGNING: "basic" }],
  ["derived", "set", { IOTDA_SIGNING: "derived", IOTDA_ENDPOINT: "https://iotda.cn-north-4.myhuaweicloud.com" }],
])("a signature is %s because of %s", (scheme, rule, more) => {
  expect(factsOf(more).signing).toEqual({ scheme, rule });
});

test("a user's password needs no signature", () => {
  const given = { HUAWEICLOUD_SDK_AK: "", HUAWEICLOUD_SDK_SK: "", HUAWEICLOUD_SDK_PROJECT_ID: "" };
  const user = { IAM_DOMAIN_NAME: "acme", IAM_USER_NAME: "console", IAM_PASSWORD: "OURPASSWORD" };
  const facts = factsOf({ ...given, ...user });
  expect(facts).toMatchObject({
    projectId: null,
    signing: { scheme: "token", rule: "token" },
    credentials: { kind: "token", iamHost: "iam.ap-southeast-1.myhuaweicloud.com" },
  });
});

test("no value of a credential is among the facts, nor the password of a proxy", () => {
  const facts = factsOf({
    HUAWEICLOUD_SDK_SECURITY_TOKEN: "OURTOKEN",
    HTTPS_PROXY: "http://someone:OURPROXYWORD@proxy.test:3128",
    NO_PROXY: "10.0.0.0/8",
  });
  expect(facts.credentials).toEqual({ kind: "keys", temporary: true });
  expect(facts.proxy).toEqual({ host: "proxy.test:3128", used: true, exceptions: true });
  expect(JSON.stringify(facts)).not.toMatch(/OUR/);
});

test("plain http never takes the proxy", () => {
  const facts = factsOf({
    IOTDA_ENDPOINT: "http://127.0.0.1:4010",
    IOTDA_REGION: "cn-north-4",
    HTTPS_PROXY: "http://proxy.test:3128",
  });
  expect(facts).toMatchObject({ encrypted: false, proxy: { used: false, exceptions: false } });
});

test("a private certificate authority is set, not set, or can not be read", () => {
  expect(factsOf({}).privateCa).toBe("unset");
  expect(factsOf({ NODE_EXTRA_CA_CERTS: " " }).privateCa).toBe("unset");
  expect(factsOf({ NODE_EXTRA_CA_CERTS: "/ca.pem" }).privateCa).toBe("set");
  expect(factsOf({ NODE_EXTRA_CA_CERTS: "/ca.pem" }, () => false).privateCa).toBe("unreadable");
});

test("rows of a file are what was set, the other limits what is documented", () => {
  expect(factsOf({ IOTDA_TASK_FILE_ROWS: "100000" }).limits).toEqual({
    tasksAtOnce: 10,
    targets: 30_000,
    fileRows: 100_000,
    fileBytes: 2 * 1024 * 1024,
    files: 10,
    daysAhead: 7,
    actionTargets: 100,
  });
});
