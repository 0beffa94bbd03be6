import { z } from "zod";

const text = z.union([z.string(), z.number().transform(String)]).nullish();
const flat = z.object({ error_code: text, error_msg: text });
/** IAM and some gateways wrap it. IoTDA reference: errors. */
const wrapped = z.object({ error: z.object({ code: text, message: text }) });

/** The code and words of a refusal in either of its shapes; null when the body says neither. */
export function platformError(body: unknown): { code: string; message: string } | null {
  const inner = wrapped.safeParse(body);
  if (inner.success) return { code: inner.data.error.code ?? "", message: inner.data.error.message ?? "" };
  const outer = flat.safeParse(body);
  if (!outer.success || (outer.data.error_code == null && outer.data.error_msg == null)) return null;
  return { code: outer.data.error_code ?? "", message: outer.data.error_msg ?? "" };
}
