import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { once } from "@/lib/once";

/**
 * Next shows no socket: `X-Forwarded-For` is the client's own when it sent one. So the socket's address is put into a
 * header of each request whose name nobody outside this process knows.
 */
const peerHeader = once("peer-header", () => `x-peer-${randomUUID()}`);

type Started = { request: IncomingMessage };
const isStarted = (message: unknown): message is Started =>
  typeof message === "object" && message !== null && "request" in message;

const listening = once("peer-listening", () => {
  subscribe("http.server.request.start", (message) => {
    if (isStarted(message)) message.request.headers[peerHeader()] = message.request.socket.remoteAddress ?? "";
  });
  return true;
});

/** To be called once at start, before the first request; calling it again does nothing. */
export const rememberPeerAddresses = (): void => void listening();

/**
 * The address of who asks; null when it is not known. Each proxy in front of us appends the address it saw, so with
 * `trustedProxies` = n the n-th entry from the right end of X-Forwarded-For is believed and nothing further left.
 */
export function clientAddress(headers: Pick<Headers, "get">, trustedProxies: number): string | null {
  const peer = headers.get(peerHeader());
  if (peer === null || peer === "") return null;
  if (trustedProxies === 0) return plain(peer);
  const seen = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  return plain(seen.at(-trustedProxies) ?? seen[0] ?? "") ?? plain(peer);
}

/** IPv4 in IPv6's clothes is IPv4; a port and brackets, which some proxies write, are dropped; not an address: null. */
function plain(written: string): string | null {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(written)?.[1] ?? /^([\d.]+):\d+$/.exec(written)?.[1] ?? written;
  const address = bare
    .replace(/^::ffff:(?=[\d.]+$)/i, "")
    .replace(/%.*$/, "")
    .toLowerCase();
  return isIP(address) === 0 ? null : address;
}
