"use client";
import type { ComponentType } from "react";
import { useController } from "react-hook-form";
import type { OwnFieldsProps } from "@/components/model-form/own-fields";
import { TitleField } from "../title-field";
import { useWizard } from "../use-wizard";
import type { OwnPart } from "../values";

type Props<T> = {
  /** The draft's own part that these fields fill in. */
  name: OwnPart;
  Fields: ComponentType<OwnFieldsProps<T>>;
};

/** The first step of a type that has fields of its own: they tell what they hold as one value. */
export function OwnAnswer<T>({ name, Fields }: Props<T>) {
  const { form } = useWizard();
  const { field, fieldState } = useController({ control: form.control, name });
  const change = (value: T) => {
    field.onChange(value);
    // What was told as wrong is looked at again while it is put right.
    if (fieldState.invalid) void form.trigger(name);
  };
  return (
    <div className="stack">
      <Fields value={field.value} onChange={change} revealed={fieldState.invalid} focusRef={field.ref} />
      <section className="panel wz-fields">
        <TitleField />
      </section>
    </div>
  );
}
