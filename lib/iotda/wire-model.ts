import { z } from "zod";
import { flag, id, listOr, orNull, text } from "./lenient";
import { wireProduct } from "./wire-fleet";

/** Bounds are documented as text, steps and lengths as numbers; either is taken for either. */
const asText = orNull(z.union([z.string(), z.number().transform(String)]));
const asNumber = orNull(z.union([z.number(), z.string().regex(/\d/).transform(Number)]).pipe(z.number()));

const para = z.object({
  para_name: id,
  data_type: text,
  required: flag,
  enum_list: listOr(z.union([z.string(), z.number().transform(String)])),
  min: asText,
  max: asText,
  max_length: asNumber,
  step: asNumber,
  unit: text,
  description: text,
});
export type WirePara = z.output<typeof para>;

const property = para
  .omit({ para_name: true })
  .extend({ property_name: id, method: text, default_value: orNull(z.json()) });
export type WireProperty = z.output<typeof property>;

const service = z.object({
  service_id: id,
  service_type: text,
  description: text,
  properties: listOr(property),
  commands: listOr(z.object({ command_name: id, paras: listOr(para) })),
});
export type WireService = z.output<typeof service>;

/** A product as ShowProduct gives it: one without a model has no services. IoTDA reference: ShowProduct. */
export const wireModel = wireProduct.extend({ service_capabilities: listOr(service) });
