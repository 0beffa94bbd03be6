import { expect, test } from "vitest";
import { readBody, requireSameOrigin } from "./read-body";

const sent = (body: string, headers: Record<string, string> = {}) =>
  new Request("http://console:3000/x", { method: "PUT", body, headers });

test("a body within the limit is read whole", async () => {
  expect(await readBody(sent("d1\nd2"), 5)).toEqual({ ok: true, text: "d1\nd2" });
});

test("a body beyond the limit is refused, whether it says so or not", async () => {
  expect(await readBody(sent("d1\nd2", { "content-length": "900" }), 5)).toEqual({ ok: false, status: 413 });
  expect(await readBody(sent("d1\nd23"), 5)).toEqual({ ok: false, status: 413 });
});

test("a body that was cut on its way is refused", async () => {
  expect(await readBody(sent("d1", { "content-length": "5" }), 5)).toEqual({ ok: false, status: 400 });
});

test.each([
  ["our own page", "http://console:3000", null, true],
  ["our own page behind a proxy", "https://fleet.example.test", "https://fleet.example.test", true],
  ["another site", "http://evil.example.test", null, false],
  ["our address when another is the public one", "http://console:3000", "https://fleet.example.test", false],
  ["a page without an origin", "null", null, false],
])("%s", (_, origin, publicUrl, admitted) => {
  const check = () => requireSameOrigin(sent("", { origin, host: "console:3000" }), publicUrl);
  if (admitted) expect(check).not.toThrow();
  else expect(check).toThrow("forbidden");
});
