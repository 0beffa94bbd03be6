import { expect, it } from "vitest";
import { signingRule, signingScheme } from "./signing-scheme";

it.each([
  ["https://iotda.cn-north-4.myhuaweicloud.com", "basic"],
  ["https://iotda.ap-southeast-1.myhuaweicloud.com", "basic"],
  ["https://iotda.myhuaweicloud.com", "basic"],
  ["https://iotda.cn-north-4.huaweicloud.cn", "basic"],
  ["https://iotda.cn-north-4.myhwclouds.com:8443", "basic"],
  ["https://9bc34xxxxx.st1.iotda-app.ap-southeast-1.myhuaweicloud.com", "derived"],
  ["https://iotda.cn-north-4.myhuaweicloud.com.example.com", "derived"],
  ["http://127.0.0.1:4010", "derived"],
  ["http://localhost:4010", "derived"],
])("signs for %s by the %s scheme", (endpoint, kind) => {
  expect(signingScheme(endpoint, "cn-north-4", "auto").kind).toBe(kind);
});

it("does what it is told instead of looking at the host", () => {
  expect(signingScheme("http://localhost:4010", "r", "basic")).toEqual({ kind: "basic" });
  const derived = signingScheme("https://iotda.cn-north-4.myhuaweicloud.com", "cn-north-4", "derived");
  expect(derived).toEqual({ kind: "derived", region: "cn-north-4", service: "iotdm" });
});

it("says what decided: a setting, a shared host, or any other host", () => {
  expect(signingRule("https://iotda.cn-north-4.myhuaweicloud.com", "auto")).toBe("shared-host");
  expect(signingRule("http://127.0.0.1:4010", "auto")).toBe("own-host");
  expect(signingRule("https://iotda.cn-north-4.myhuaweicloud.com", "basic")).toBe("set");
});
