import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const directives = (policy: string) =>
  Object.fromEntries(policy.split("; ").map((line) => [line.split(" ")[0], line.split(" ").slice(1)]));

test("only scripts with this answer's nonce run", () => {
  const read = directives(contentSecurityPolicy("abc", { isDevelopment: false }));
  expect(read["script-src"]).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
  expect(read["script-src-attr"]).toEqual(["'none'"]);
  expect(read["default-src"]).toEqual(["'self'"]);
});

test.each(["object-src", "frame-ancestors", "base-uri", "frame-src"])("%s is closed", (name) => {
  const read = directives(contentSecurityPolicy("abc", { isDevelopment: false }));
  expect(read[name]).toEqual(["'none'"]);
});

test("eval is for development only", () => {
  expect(contentSecurityPolicy("abc", { isDevelopment: true })).toContain("'unsafe-eval'");
  expect(contentSecurityPolicy("abc", { isDevelopment: false })).not.toContain("unsafe-eval");
});
