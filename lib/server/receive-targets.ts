import "server-only";
import { FailureError } from "@/lib/failure";
import { MAX_TARGETS } from "@/lib/tasks/targets";
import { requireOperator } from "./auth/session";
import { putTargets } from "./drafts";
import { readBody, requireSameOrigin } from "./read-body";
import { refuse } from "./respond";
import { runtime } from "./runtime";

/** The longest list there can be: every ID of 128 characters and its line end. */
const MAX_BYTES = MAX_TARGETS * 129;
const REFUSED = { 400: "body-cut", 413: "body-large" } as const;

/** Takes a device list, newline-joined, outside of server actions: React needs minutes for 30,000 strings there. */
export async function receiveTargets(request: Request, draftId: string): Promise<Response> {
  try {
    const by = await requireOperator("create-task");
    requireSameOrigin(request, (await runtime()).env.publicUrl);
    const body = await readBody(request, MAX_BYTES);
    if (!body.ok) {
      const failure = { kind: "invalid", issues: [{ path: "targets", message: REFUSED[body.status] }] } as const;
      return Response.json({ failure }, { status: body.status });
    }
    const source = new URL(request.url).searchParams.get("source") ?? "";
    return Response.json(await putTargets({ draftId, source, body: body.text }, by));
  } catch (error) {
    if (error instanceof FailureError) return refuse(error.failure);
    throw error;
  }
}
