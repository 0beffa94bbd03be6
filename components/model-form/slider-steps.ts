import { compare, toDecimal } from "@/lib/product-model/decimal";
import type { ModelField } from "@/lib/product-model/field";

/** A slider helps as long as every value can be hit. */
const MAX_STEPS = 100;

/** Every value between the limits, as text, where there are few enough for a slider; null otherwise. */
export function sliderSteps({ kind, min, max, step, choices }: ModelField): readonly string[] | null {
  const [least, most] = [toDecimal(min ?? ""), toDecimal(max ?? "")];
  const stride = toDecimal(step ?? (kind === "integer" ? "1" : ""));
  if (least === null || most === null || stride === null || choices.length > 0) return null;
  const scale = Math.max(least.scale, most.scale, stride.scale);
  const raise = ({ digits, scale: own }: { digits: bigint; scale: number }) => digits * 10n ** BigInt(scale - own);
  const [from, to, by] = [raise(least), raise(most), raise(stride)];
  if (by <= 0n || compare(least, most) >= 0 || (to - from) / by > BigInt(MAX_STEPS)) return null;
  return Array.from({ length: Number((to - from) / by) + 1 }, (_, index) => plain(from + BigInt(index) * by, scale));
}

/** Digits with their decimal point, without zeros at the end. */
function plain(digits: bigint, scale: number): string {
  const sign = digits < 0n ? "-" : "";
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
  const whole = text.slice(0, text.length - scale);
  const part = text.slice(text.length - scale).replace(/0+$/, "");
  return `${sign}${whole}${part === "" ? "" : `.${part}`}`;
}
