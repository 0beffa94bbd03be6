import * as z from "zod/mini";
import { type Json, writeJson } from "@/lib/json";
import { checkObject, unstorable } from "@/lib/product-model/check";
import { checkForm } from "@/lib/product-model/check-form";
import { FIELD_KINDS, type ModelField } from "@/lib/product-model/field";
import { readJson } from "@/lib/product-model/read-json";
import { readObject } from "@/lib/product-model/read-object";
import { type FormValue, type FormValues, objectOf } from "@/lib/product-model/values";
import { type OwnIssue, under, utf8Size } from "./model-issue";

/**
 * Named values, filled into a form or written as JSON. `fields` is what the product's model said when they were chosen:
 * with it a draft can be checked anywhere, without asking the platform. Both ways stay, so that switching loses nothing.
 */
export type ModelForm = {
  /** Written by hand without a model, and then always as JSON. */
  free: boolean;
  mode: "form" | "json";
  fields: readonly ModelField[];
  values: FormValues;
  json: string;
};

const texts = z.array(z.string());
const limit = z.nullable(z.string());

const field: z.ZodMiniType<ModelField> = z.object({
  name: z.string(),
  kind: z.enum(FIELD_KINDS),
  type: z.string(),
  required: z.boolean(),
  choices: texts,
  min: limit,
  max: limit,
  step: limit,
  stepFrom: z.string(),
  maxLength: z.nullable(z.number()),
  unit: z.string(),
  description: z.string(),
});
const value: z.ZodMiniType<FormValue> = z.object({ name: z.string(), value: z.union([z.string(), texts]) });

/** What a draft holds of it. Anything of the wrong kind starts where a new draft starts. */
export const modelForm = {
  free: z.catch(z.boolean(), false),
  mode: z.catch(z.enum(["form", "json"]), "form"),
  fields: z.catch(z.array(field), []),
  values: z.catch(z.array(value), []),
  json: z.catch(z.string(), ""),
};

export const blankForm = { free: false, mode: "form", fields: [], values: [], json: "" } as const satisfies ModelForm;

export const isJson = ({ free, mode }: Pick<ModelForm, "free" | "mode">): boolean => free || mode === "json";

/** The object that is sent; null when the JSON is none. */
export const objectIn = (form: ModelForm): { readonly [key: string]: Json } | null =>
  isJson(form) ? readObject(form.json) : objectOf(form.fields, form.values);

/** What is wrong with the values themselves, at `json` or below `values`. */
export function formIssues(form: ModelForm): readonly OwnIssue[] {
  if (!isJson(form)) return under(["values"], checkForm(form.fields, form.values));
  const object = readObject(form.json);
  if (object === null) return [textIssue(form.json)];
  return under(["json"], form.free ? freeIssues(object) : checkObject(form.fields, object));
}

/** Why a text is not one JSON object. */
export function textIssue(text: string): OwnIssue {
  const read = readJson(text);
  return { path: ["json"], message: read.ok ? "json-object" : read.fault };
}

function freeIssues(object: { readonly [key: string]: Json }): readonly OwnIssue[] {
  const found = unstorable(object);
  return found === null ? [] : [{ ...found, path: found.path ?? [] }];
}

/** Bytes of an object as it is sent. */
export const sizeOf = (object: Json): number => utf8Size(writeJson(object));
