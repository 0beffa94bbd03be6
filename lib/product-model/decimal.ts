/** An exact number: `digits` times ten to the power of minus `scale`. */
export type Decimal = { digits: bigint; scale: number };

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
/** Beyond this a number's text would be made of zeros by the million; nothing that a device takes comes near. */
const MAX_EXPONENT = 400;
const MAX_TEXT = 400;

/** Reads a number however it is written, exactly; null when it is none, or is one of an absurd size. */
export function toDecimal(text: string): Decimal | null {
  const [, sign, whole = "", part = "", exponent = "0"] = (text.length <= MAX_TEXT && NUMBER.exec(text.trim())) || [];
  if (sign === undefined || whole + part === "" || Math.abs(Number(exponent)) > MAX_EXPONENT) return null;
  const digits = BigInt(`${sign === "-" ? "-" : ""}${whole}${part}`);
  const scale = part.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** Both numbers as whole multiples of one power of ten. */
const aligned = (one: Decimal, other: Decimal): readonly [bigint, bigint] => {
  const scale = Math.max(one.scale, other.scale);
  const raise = ({ digits, scale: own }: Decimal) => digits * 10n ** BigInt(scale - own);
  return [raise(one), raise(other)];
};

/** Below 0 when `one` is smaller, 0 when they are the same number. */
export function compare(one: Decimal, other: Decimal): number {
  const [left, right] = aligned(one, other);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether `value` lies a whole number of steps from `base`. A step that is not above zero allows everything. */
export function isOnStep(value: Decimal, base: Decimal, step: Decimal): boolean {
  if (step.digits <= 0n) return true;
  const [at, from] = aligned(value, base);
  const [distance, stride] = aligned({ digits: at - from, scale: Math.max(value.scale, base.scale) }, step);
  return distance % stride === 0n;
}
