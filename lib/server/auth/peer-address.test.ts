import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientAddress, rememberPeerAddresses } from "./peer-address";

let seen = new Headers();
const server = createServer((request, response) => {
  seen = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  response.end();
});

beforeAll(async () => {
  rememberPeerAddresses();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());

const ask = async (headers: Record<string, string> = {}) => {
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}/`, { headers });
  return seen;
};

test("without proxies the socket's address counts, whatever the client claims", async () => {
  expect(clientAddress(await ask(), 0)).toBe("127.0.0.1");
  const claims = { "x-forwarded-for": "203.0.113.9", "x-real-ip": "203.0.113.9", forwarded: "for=203.0.113.9" };
  expect(clientAddress(await ask(claims), 0)).toBe("127.0.0.1");
});

test("the header that carries it can not be sent by a client", async () => {
  const name = [...(await ask()).keys()].find((key) => key.startsWith("x-peer-"));
  if (name === undefined) throw new Error("no peer header");
  expect(clientAddress(await ask({ [name]: "203.0.113.9" }), 0)).toBe("127.0.0.1");
});

test("each trusted proxy uncovers one entry from the right; what the client put before them is not believed", async () => {
  const headers = await ask({ "x-forwarded-for": "198.51.100.1, 203.0.113.9, 10.0.0.7" });
  expect(clientAddress(headers, 1)).toBe("10.0.0.7");
  expect(clientAddress(headers, 2)).toBe("203.0.113.9");
  expect(clientAddress(headers, 9)).toBe("198.51.100.1");
});

test.each([
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["203.0.113.9:4711", "203.0.113.9"],
  ["[2001:DB8::1]:4711", "2001:db8::1"],
  ["unknown", "127.0.0.1"],
  ["", "127.0.0.1"],
])("a proxy's way of writing %j is understood", async (written, expected) => {
  expect(clientAddress(await ask({ "x-forwarded-for": written }), 1)).toBe(expected);
});

test("a request that was not seen arriving has no known address", () => {
  expect(clientAddress(new Headers({ "x-forwarded-for": "203.0.113.9" }), 0)).toBeNull();
});
