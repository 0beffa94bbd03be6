import "server-only";
import type { z } from "zod";
import type { Operator, Permission } from "@/lib/access/permissions";
import { FailureError, fail, ok, type Result } from "@/lib/failure";
import type { Json } from "@/lib/json";
import { requireOperator } from "./auth/session";
import { issuesOf } from "./issues";

/**
 * A server action: who asks, may they, is it well formed, then do it. Expected failures are returned; bugs and Next's
 * own redirects pass through.
 */
export function action<Schema extends z.ZodType, Output extends Json>(
  permission: Permission,
  schema: Schema,
  run: (input: z.output<Schema>, by: Operator) => Promise<Output>,
): (raw: unknown) => Promise<Result<Output>> {
  return async (raw) => {
    try {
      const by = await requireOperator(permission);
      const input = schema.safeParse(raw);
      if (!input.success) return fail({ kind: "invalid", issues: issuesOf(input.error) });
      return ok(await run(input.data, by));
    } catch (error) {
      if (error instanceof FailureError) return fail(error.failure);
      throw error;
    }
  };
}
