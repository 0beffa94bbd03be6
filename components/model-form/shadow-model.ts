import { isWritable, type ModelService } from "@/lib/fleet/product-model";
import { membersOf } from "@/lib/json";
import { fieldsOf, type ModelField } from "@/lib/product-model/field";
import { readObject } from "@/lib/product-model/read-object";
import type { ShadowService } from "@/lib/task-types/update-device-shadows/shadow";

/** Shadows keep no such key. IoTDA reference: updateDeviceShadows. */
const KEPT = /^[^.$\0]+$/;

/** The properties that devices take from their shadow; each may be left out, whatever it is when a device reports. */
export const writableFields = ({ properties }: ModelService): readonly ModelField[] =>
  fieldsOf(properties.filter((property) => isWritable(property) && KEPT.test(property.name))).map((field) => ({
    ...field,
    required: false,
  }));

/** Writable properties that no shadow can hold, because of their name. */
export const unkeepable = ({ properties }: ModelService): readonly string[] =>
  properties.filter((property) => isWritable(property) && !KEPT.test(property.name)).map(({ name }) => name);

/** Of these fields those that a service says anything about, in its form or in its JSON. */
export function named(
  fields: readonly ModelField[],
  { values, cleared, json }: Pick<ShadowService, "values" | "cleared" | "json">,
): readonly ModelField[] {
  const written = membersOf(readObject(json) ?? {}).map(([name]) => name);
  const names = new Set([...values.map(({ name }) => name), ...cleared, ...written]);
  return fields.filter(({ name }) => names.has(name));
}
