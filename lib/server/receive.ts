import "server-only";
import type { Operator } from "@/lib/access/permissions";
import { FailureError } from "@/lib/failure";
import type { Json } from "@/lib/json";
import { requireOperator } from "./auth/session";
import { readBody, requireSameOrigin } from "./read-body";
import { refuse } from "./respond";
import { runtime } from "./runtime";

const REFUSED = { 400: "body-cut", 413: "body-large" } as const;

/** Takes a text that a wizard's page sends for a draft: who asks, from our own page, not too long, whole. */
export async function receive(
  request: Request,
  maxBytes: number,
  take: (of: { source: string; body: string }, by: Operator) => Promise<Json>,
): Promise<Response> {
  try {
    const by = await requireOperator("create-task");
    requireSameOrigin(request, (await runtime()).env.publicUrl);
    const body = await readBody(request, maxBytes);
    if (!body.ok) {
      const failure = { kind: "invalid", issues: [{ path: "targets", message: REFUSED[body.status] }] } as const;
      return Response.json({ failure }, { status: body.status });
    }
    const source = new URL(request.url).searchParams.get("source") ?? "";
    return Response.json(await take({ source, body: body.text }, by));
  } catch (error) {
    if (error instanceof FailureError) return refuse(error.failure);
    throw error;
  }
}
