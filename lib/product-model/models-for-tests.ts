import fc from "fast-check";
import { DATA_TYPES, type ModelPara } from "@/lib/fleet/product-model";
import { exactNumber, type Json, plainObject } from "@/lib/json";
import type { ModelField } from "./field";

// For tests: models as the reference allows them, and values that fit them.

const TEXT = fc.string({ unit: "grapheme", maxLength: 8 });
/** Letters, digits, Chinese and `_?'#().,&%@!-`, 1 to 32. IoTDA reference: para_name. */
const NAME = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."aZ9_?'#().,&%@!-水"), minLength: 1, maxLength: 32 }),
  fc.constantFrom("__proto__", "constructor", "length", "0", "toString"),
);
const LIMIT = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map(String),
  fc.bigInt({ min: -999_999_999_999_999n, max: 9_999_999_999_999_999n }).map(String),
  fc.constantFrom("0.5", "-0.25", "1e3", "none", "9999999999999999"),
);

/** Any parameter: also with limits that contradict each other, and limits that its type does not know. */
export const paras: fc.Arbitrary<ModelPara> = fc.record({
  name: NAME,
  type: fc.oneof(fc.constantFrom(...DATA_TYPES), fc.constantFrom("INT", "String", "float", "array", "")),
  required: fc.boolean(),
  enumList: fc.oneof(fc.constant([]), fc.array(fc.oneof(TEXT, fc.integer().map(String)), { maxLength: 4 })),
  min: fc.option(LIMIT),
  max: fc.option(LIMIT),
  maxLength: fc.option(fc.integer({ min: 0, max: 40 })),
  step: fc.option(fc.constantFrom(0, 1, 5, 0.1, 0.05, 1e-7, -1)),
  unit: fc.constantFrom("", "min", "%"),
  description: TEXT,
});

/** Values that the field's own kind can hold, near its limits; most of them fit. Undefined: not given. */
export function valuesFor(field: ModelField): fc.Arbitrary<Json | undefined> {
  const value = kindValues(field);
  return fc.oneof(
    { weight: 4, arbitrary: value },
    { weight: field.required ? 0 : 1, arbitrary: fc.constant(undefined) },
  );
}

function kindValues({ kind, choices, min, max, step, stepFrom, maxLength }: ModelField): fc.Arbitrary<Json> {
  const texts = fc.string({ maxLength: Math.min(maxLength ?? 12, 12) });
  switch (kind) {
    case "integer":
    case "decimal": {
      const chosen = choices.filter((choice) => /^-?(0|[1-9]\d*)$/.test(choice));
      const ends = [min, max, stepFrom].filter((limit) => limit !== null && /^-?\d+$/.test(limit));
      const near = fc
        .constantFrom(...ends, "0")
        .chain((end) => fc.integer({ min: -3, max: 3 }).map((steps) => nearby(end ?? "0", steps, step)));
      return (chosen.length > 0 ? fc.constantFrom(...chosen) : near).map(exactNumber);
    }
    case "boolean":
      return fc.boolean();
    case "choice":
    case "text":
      return choices.length > 0 ? fc.constantFrom(...choices) : texts;
    case "time":
      return fc
        .date({ min: new Date("0000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true })
        .map((at) => at.toISOString().replace(/[-:]|\.\d+/g, ""));
    case "list":
      return fc.array(texts, { maxLength: 3 });
    case "object":
      return fc.dictionary(TEXT, JSON_VALUE, { maxKeys: 3 }).map((object) => plainObject(Object.entries(object)));
    default:
      return JSON_VALUE;
  }
}

const JSON_VALUE: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(null, true, "", "a", 7, -1.5),
  fc.constantFrom("9007199254740993", "1.50", "1e400").map(exactNumber),
  fc.constant([1, [], { a: null }]),
);

const nearby = (end: string, steps: number, step: string | null): string => {
  const stride = step !== null && /^\d+$/.test(step) ? BigInt(step) : 1n;
  return String(BigInt(end) + BigInt(steps) * stride);
};
