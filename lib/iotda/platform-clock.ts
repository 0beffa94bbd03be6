import { type HttpDeps, send } from "./http";

/**
 * What the platform's clock says (ISO, whole seconds), from an answer that needs no signature: a clock that is too far
 * off has every signed request refused, and is then the very thing to know. Null when nobody answers or tells it.
 */
export async function readPlatformClock(endpoint: string, deps: Omit<HttpDeps, "scrub">): Promise<string | null> {
  const request = {
    operation: "Clock",
    origin: endpoint,
    method: "GET",
    path: "/",
    query: [],
    headers: {},
    body: null,
    writes: false,
  } as const;
  const sent = await send(request, { ...deps, scrub: (text) => text });
  return sent.ok ? sent.value.date : null;
}
