import { type DataType, dataTypeOf, type ModelPara } from "@/lib/fleet/product-model";
import { compare, toDecimal } from "./decimal";

/**
 * What a value is, and so which control asks for it. `choice` and `text` are both text on the wire; `json` is anything,
 * for data types that we do not know.
 */
export const FIELD_KINDS = [
  "integer",
  "decimal",
  "text",
  "choice",
  "boolean",
  "time",
  "list",
  "object",
  "json",
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One value that a form asks for. Null is a limit that there is not. Survives JSON: drafts keep it. */
export type ModelField = {
  name: string;
  kind: FieldKind;
  /** The data type in the model's own word. */
  type: string;
  required: boolean;
  /** What it may be, where the model lists it: text even for numbers. Empty: anything. */
  choices: readonly string[];
  /** Numbers as text: they may be beyond what a JavaScript number holds. */
  min: string | null;
  max: string | null;
  step: string | null;
  /** Where steps are counted from. Inferred: from the least value, as browsers do, or from zero. */
  stepFrom: string;
  /** Characters of a text or of JSON text, or of each entry of a list. */
  maxLength: number | null;
  unit: string;
  description: string;
};

const KINDS = {
  int: "integer",
  long: "integer",
  decimal: "decimal",
  string: "text",
  DateTime: "time",
  jsonObject: "object",
  enum: "choice",
  boolean: "boolean",
  "string list": "list",
} as const;

/** Inferred: a number without a limit in the model still has that of its type, 32 and 64 bits. */
const BITS: { readonly [type: string]: readonly [string, string] | undefined } = {
  int: ["-2147483648", "2147483647"],
  long: ["-9223372036854775808", "9223372036854775807"],
};

const LIMITED: readonly FieldKind[] = ["integer", "decimal"];
const MEASURED: readonly FieldKind[] = ["text", "choice", "list", "object"];
const LISTED: readonly FieldKind[] = ["integer", "decimal", "text", "choice"];

/** Reads one parameter or property; a data type that we do not know becomes free JSON. IoTDA reference: product models. */
export function fieldOf(para: ModelPara): ModelField {
  const type = dataTypeOf(para.type);
  const kind = type === null ? "json" : KINDS[type];
  const limited = LIMITED.includes(kind);
  const [min, max] = limited ? limitsOf(type, numberIn(para.min), numberIn(para.max)) : [null, null];
  const step = limited && para.step !== null && para.step > 0 ? String(para.step) : null;
  return {
    name: para.name,
    kind,
    type: para.type,
    required: para.required,
    choices: LISTED.includes(kind) ? [...new Set(para.enumList)] : [],
    min,
    max,
    step: step === null ? null : numberIn(step),
    stepFrom: (limited ? numberIn(para.min) : null) ?? "0",
    // Inferred: zero characters mean that nobody set a limit.
    maxLength: MEASURED.includes(kind) && para.maxLength !== null && para.maxLength > 0 ? para.maxLength : null,
    unit: para.unit,
    description: para.description,
  };
}

/** A limit as the model writes it; one that is no number limits nothing. */
const numberIn = (text: string | null): string | null =>
  text === null || toDecimal(text) === null ? null : text.trim();

/** The model's own limits; where it leaves one out, that of the type, unless the other lies beyond it. */
function limitsOf(
  type: DataType | null,
  min: string | null,
  max: string | null,
): readonly [string | null, string | null] {
  const [least, most] = (type !== null && BITS[type]) || [null, null];
  return [min ?? (isOver(least, max) ? null : least), max ?? (isOver(min, most) ? null : most)];
}

function isOver(one: string | null, other: string | null): boolean {
  const [left, right] = [one, other].map((text) => (text === null ? null : toDecimal(text)));
  return left != null && right != null && compare(left, right) > 0;
}

/** The fields of a command or service; of two with one name the first. */
export function fieldsOf(paras: readonly ModelPara[]): readonly ModelField[] {
  const byName = new Map<string, ModelField>();
  for (const para of paras) if (!byName.has(para.name)) byName.set(para.name, fieldOf(para));
  return [...byName.values()];
}
