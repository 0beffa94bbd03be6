"use client";
import type { ModelField } from "@/lib/product-model/field";
import { type FormValues, inForm, withValue } from "@/lib/product-model/values";
import { FieldControl } from "./field-control";
import type { Told } from "./use-told";

type Props = {
  fields: readonly ModelField[];
  values: FormValues;
  onChange: (values: FormValues) => void;
  told: Told;
};

/** A control for every value that the model asks for. */
export function ModelFields({ fields, values, onChange, told }: Props) {
  return fields.map((field) => (
    <FieldControl
      key={field.name}
      field={field}
      value={inForm(values, field.name)}
      onChange={(value) => onChange(withValue(values, field.name, value))}
      onLeave={() => told.touch("values", field.name)}
      error={told.at("values", field.name)}
    />
  ));
}
