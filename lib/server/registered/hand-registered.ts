import "server-only";
import { appendAudit } from "@/lib/db/audit";
import { FailureError } from "@/lib/failure";
import { requireOperator } from "../auth/session";
import { requireSameOrigin } from "../read-body";
import { readPages } from "../read-pages";
import { refuse } from "../respond";
import { runtime } from "../runtime";
import { requireTask } from "../tasks";
import { registeredCsv } from "./registered-csv";
import { streamOf } from "./stream-of";

/** 1,000 products an instance. IoTDA reference: limits. */
const MAX_PAGES = 20;

/**
 * Hands out the IDs and secrets of the devices that a task registered, as a CSV that is read from the platform while it
 * is sent. Who asked is written to the audit first.
 */
export async function handRegistered(request: Request, id: string): Promise<Response> {
  try {
    const by = await requireOperator("see-secrets");
    const { env, database, iotda, now } = await runtime();
    requireSameOrigin(request, env.publicUrl);
    const task = await requireTask(id);
    if (task.type !== "createDevices" || task.platformId === null)
      throw new FailureError({ kind: "missing", what: "registered-devices" });
    const { spaceId, platformId } = task;
    const entry = { at: new Date(now()).toISOString(), actor: by.email, event: "secrets.requested" };
    const detail = { succeeded: task.succeeded };
    await database.transaction((tx) => appendAudit(tx, { ...entry, subject: `task:${task.id}`, detail }));
    const products = await readPages((paging) => iotda.listProducts({ spaceId, ...paging }), MAX_PAGES).catch(
      () => null,
    );
    const lines = registeredCsv(
      iotda,
      platformId,
      (products?.items ?? []).map((product) => product.id),
    );
    return new Response(await streamOf(lines), {
      headers: {
        "content-type": "text/csv;charset=utf-8",
        "content-disposition": "attachment",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof FailureError) return refuse(error.failure);
    throw error;
  }
}
