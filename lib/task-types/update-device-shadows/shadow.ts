import * as z from "zod/mini";
import { isList, isObject, type Json, membersOf, plainObject } from "@/lib/json";
import type { ModelField } from "@/lib/product-model/field";
import { readObject } from "@/lib/product-model/read-object";
import { objectOf } from "@/lib/product-model/values";
import { blankForm, isJson, type ModelForm, modelForm, sizeOf } from "../shared/model-form";

/** IoTDA reference: updateDeviceShadows. */
export const MAX_SHADOW_SERVICES = 5;
/** Bytes of the whole document, counted on the text that is sent. */
export const MAX_SHADOW_BYTES = 10 * 1024;

/**
 * What happens to one service: desired values are set and properties cleared, or everything that is desired of it is
 * cleared. The two are words of their own, so that an empty form can not clear anything. `fields` describes the
 * properties that are named here, not all of the service.
 */
export type ShadowService = ModelForm & {
  serviceId: string;
  change: "set" | "clear-service";
  /** Names of properties whose desired value is taken away; in JSON they are null. */
  cleared: readonly string[];
};

export type Shadow = { productId: string; services: readonly ShadowService[] };

export const blankService = {
  serviceId: "",
  change: "set",
  cleared: [],
  ...blankForm,
} as const satisfies ShadowService;

export const blankShadow = { productId: "", services: [] } as const satisfies Shadow;

const service: z.ZodMiniType<ShadowService> = z.object({
  serviceId: z.catch(z.string(), ""),
  change: z.catch(z.enum(["set", "clear-service"]), "set"),
  cleared: z.catch(z.array(z.string()), []),
  ...modelForm,
});

export const shadowShape: z.ZodMiniType<Shadow> = z.object({
  productId: z.catch(z.string(), ""),
  services: z.catch(z.array(service), []),
});

/** A shadow as a draft holds it, whatever the draft holds. */
export const readShadow = (held: unknown): Shadow => z.catch(shadowShape, blankShadow).parse(held);

/** What becomes desired of one service; null while the JSON is no object. */
export function desiredOf(given: ShadowService): { readonly [key: string]: Json } | null {
  if (given.change === "clear-service") return {};
  if (isJson(given)) return readObject(given.json);
  const kept = membersOf(objectOf(given.fields, given.values)).filter(([name]) => !given.cleared.includes(name));
  return plainObject([...kept, ...given.cleared.map((name) => [name, null] as const)]);
}

/** The document; null while the JSON of some service is no object. */
export function shadowDocument({ services }: Shadow): { readonly shadow: readonly Json[] } | null {
  const shadow: Json[] = [];
  for (const one of services) {
    const desired = desiredOf(one);
    if (desired === null) return null;
    shadow.push({ service_id: one.serviceId, desired });
  }
  return { shadow };
}

/** Bytes of the document; null while some JSON is no object. */
export function shadowSize(shadow: Shadow): number | null {
  const document = shadowDocument(shadow);
  return document === null ? null : sizeOf(document);
}

/** Where a key stands that the platform does not store: with a dot, a dollar sign or NUL, however deep. */
export function badKeyIn(value: Json): readonly (string | number)[] | null {
  const members = isList(value) ? [...value.entries()] : isObject(value) ? membersOf(value) : [];
  for (const [key, item] of members) {
    if (typeof key === "string" && /[.$\0]/.test(key)) return [key];
    const below = badKeyIn(item);
    if (below !== null) return [key, ...below];
  }
  return null;
}

/** Whether a value lies on one level: no object, and no list that holds more than plain values. */
export const isOneLevel = (value: Json): boolean =>
  isList(value) ? value.every((item) => !isList(item) && !isObject(item)) : !isObject(value);

/** Only one level is taken, but for a property that is an object itself. Inferred: that exception. */
export const takesObjects = (fields: readonly ModelField[], name: string): boolean =>
  fields.some((field) => field.name === name && (field.kind === "object" || field.kind === "json"));
