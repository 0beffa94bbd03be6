import type { Json } from "@/lib/json";
import type { Product } from "./fleet";

/** IoTDA reference: product models, data types. */
export const DATA_TYPES = [
  "int",
  "long",
  "decimal",
  "string",
  "DateTime",
  "jsonObject",
  "enum",
  "boolean",
  "string list",
] as const;
export type DataType = (typeof DATA_TYPES)[number];

/** What a property and a parameter of a command have in common. Null is what the model does not say. */
export type ModelPara = {
  name: string;
  /** One of `DATA_TYPES`, or a word that we do not know, as it came: read it with `dataTypeOf`. */
  type: string;
  required: boolean;
  /** Text even where the values are numbers. */
  enumList: readonly string[];
  /** Text of 1 to 16 characters, because a `long` may be beyond what a number holds. */
  min: string | null;
  max: string | null;
  /** Characters of a string, or of each entry of a list of strings. */
  maxLength: number | null;
  step: number | null;
  unit: string;
  description: string;
};

/** `method` holds R, W and E: may be read, may be written, is observed. `default` is null where none is given. */
export type ModelProperty = ModelPara & { method: string; default: Json };

export type ModelCommand = { name: string; paras: readonly ModelPara[] };

export type ModelService = {
  id: string;
  type: string;
  description: string;
  properties: readonly ModelProperty[];
  commands: readonly ModelCommand[];
};

/** A product with what its devices can do. IoTDA reference: ShowProduct. */
export type ProductModel = Product & { services: readonly ModelService[] };

/** The data type that we know by this word, in whatever case it is written; null for a new one. */
export const dataTypeOf = (word: string): DataType | null =>
  DATA_TYPES.find((type) => type.toLowerCase() === word.toLowerCase()) ?? null;

/** Only what may be written reaches a device from its shadow. IoTDA reference: updateDeviceShadows. */
export const isWritable = ({ method }: Pick<ModelProperty, "method">): boolean => /w/i.test(method);
