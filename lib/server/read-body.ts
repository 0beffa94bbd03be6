import { FailureError } from "@/lib/failure";

/** What a request's body came to, or why it was not taken. */
export type Body = { ok: true; text: string } | { ok: false; status: 400 | 413 };

/** Reads a text body of at most `maxBytes`; stops reading as soon as there is more. A body that was cut on its way is refused. */
export async function readBody(request: Request, maxBytes: number): Promise<Body> {
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > maxBytes) return { ok: false, status: 413 };
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      return { ok: false, status: 413 };
    }
    chunks.push(read.value);
  }
  if (announced !== null && Number(announced) !== size) return { ok: false, status: 400 };
  return { ok: true, text: Buffer.concat(chunks).toString("utf8") };
}

/** Refuses a request that another site's page sent. `publicUrl` is our own origin when it is known. */
export function requireSameOrigin(request: Request, publicUrl: string | null): void {
  const origin = request.headers.get("origin");
  const ours = publicUrl === null ? request.headers.get("host") : new URL(publicUrl).host;
  if (origin === null || !URL.canParse(origin) || new URL(origin).host !== ours)
    throw new FailureError({ kind: "forbidden" });
}
