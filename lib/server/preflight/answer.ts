import "server-only";
import { z } from "zod";
import { FailureError } from "@/lib/failure";
import { FINDINGS, type FoundList } from "@/lib/tasks/preflight";
import { requireOperator } from "../auth/session";
import { readBody, requireSameOrigin } from "../read-body";
import { refuse } from "../respond";
import { runtime } from "../runtime";
import { foundIn, leaveOut, lookAgain, skipLook } from "./preflight";

const MAX_BYTES = 1_000;
const key = z.string().max(40);
const finds = z.enum(FINDINGS);

const order = z.discriminatedUnion("do", [
  z.object({ do: z.literal("again") }),
  z.object({ do: z.literal("skip") }),
  z.object({ do: z.literal("leave-out"), key, finds }),
]);

const notValid = () => new FailureError({ kind: "invalid", issues: [{ path: "finds", message: "not-valid" }] });

/** Looks again, ends the look, or leaves devices out: what the page asks beside reading. */
export async function orderPreflight(request: Request, draftId: string): Promise<Response> {
  try {
    const by = await requireOperator("create-task");
    requireSameOrigin(request, (await runtime()).env.publicUrl);
    const body = await readBody(request, MAX_BYTES);
    const asked = order.safeParse(body.ok ? parseJson(body.text) : null);
    if (!asked.success) throw notValid();
    switch (asked.data.do) {
      case "again":
        return Response.json(await lookAgain(draftId));
      case "skip":
        return Response.json(await skipLook(draftId));
      case "leave-out":
        return Response.json(await leaveOut({ draftId, key: asked.data.key, finds: asked.data.finds }, by));
    }
  } catch (error) {
    if (error instanceof FailureError) return refuse(error.failure);
    throw error;
  }
}

/** The list behind a finding, as the address names it. */
export async function listFound(request: Request, draftId: string): Promise<FoundList> {
  const asked = z.object({ key, finds }).safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw notValid();
  return foundIn({ draftId, ...asked.data });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
