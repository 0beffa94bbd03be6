import "server-only";
import { sql } from "drizzle-orm";
import { runtime } from "./runtime";

/** For load balancers, without a session: 200 while the database answers, 503 otherwise. Says nothing else. */
export async function health(): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  try {
    const { database } = await runtime();
    await database.execute(sql`select 1`);
    return Response.json({ status: "ok" }, { headers });
  } catch {
    return Response.json({ status: "unavailable" }, { status: 503, headers });
  }
}
