import type { UnreachableCause } from "@/lib/failure";

/** Why no answer came. `nothingSent` is true only when it is certain that no byte of the request left. */
export type TransportFailure = { cause: UnreachableCause; nothingSent: boolean };

const DNS = ["ENOTFOUND", "EAI_AGAIN", "EAI_FAIL", "EAI_NODATA"];
const TIMEOUT = ["ETIMEDOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"];
/** The certificate was not accepted by us, or the other side does not speak TLS: both before the request. */
const NO_TLS = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|ERR_SSL_WRONG_VERSION|ERR_SSL_PACKET_LENGTH)/;
const MAYBE_TLS = /^(ERR_TLS_|ERR_SSL_|EPROTO)/;

/** Reads what `fetch` threw: Node hides the reason in `cause`, and in `errors` where it tried several addresses. */
export function transportFailure(error: unknown): TransportFailure {
  for (let at = error; isObject(at); at = at.cause ?? (Array.isArray(at.errors) ? at.errors[0] : null)) {
    const code = typeof at.code === "string" ? at.code : "";
    const connecting = at.syscall === "connect";
    if (DNS.includes(code)) return { cause: "dns", nothingSent: true };
    if (code === "ECONNREFUSED") return { cause: "refused", nothingSent: true };
    if (code === "UND_ERR_CONNECT_TIMEOUT") return { cause: "timeout", nothingSent: true };
    if (isTunnelRefusal(at) || code === "UND_ERR_PRX_TLS") return { cause: "refused", nothingSent: true };
    if (NO_TLS.test(code)) return { cause: "tls", nothingSent: true };
    if (MAYBE_TLS.test(code)) return { cause: "tls", nothingSent: false };
    if (TIMEOUT.includes(code) || at.name === "TimeoutError") return { cause: "timeout", nothingSent: connecting };
    if (connecting) return { cause: "refused", nothingSent: true };
  }
  return { cause: "cut", nothingSent: false };
}

/** The outbound proxy did not open the tunnel; undici tells it only in words. */
const isTunnelRefusal = (at: Record<string, unknown>): boolean =>
  typeof at.message === "string" &&
  (/^Proxy response \(\d+\) !== 200 when HTTP Tunneling/.test(at.message) ||
    /^Proxy Authentication Required/.test(at.message));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
