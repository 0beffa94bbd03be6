"use client";
import { type ComponentType, useEffect, useRef } from "react";
import type { OwnFieldsProps } from "@/components/model-form/own-fields";
import { TitleField } from "../title-field";
import { useWizard } from "../use-wizard";
import type { OwnPart } from "../values";

type Props<T> = {
  /** The draft's own part that these fields fill in. */
  name: OwnPart;
  Fields: ComponentType<OwnFieldsProps<T>>;
};

/** The first step of a type that has fields of its own: they hold one value, and tell themselves what is wrong with it. */
export function OwnAnswer<T>({ name, Fields }: Props<T>) {
  const { form, values, refusals } = useWizard();
  const focus = useRef<{ focus: () => void }>(null);
  useEffect(() => {
    if (refusals > 0) focus.current?.focus();
  }, [refusals]);
  return (
    <div className="stack">
      <Fields
        value={values[name]}
        onChange={(value: T) => form.setValue(name, value, { shouldDirty: true })}
        revealed={refusals > 0}
        focusRef={focus}
      />
      <section className="panel wz-fields">
        <TitleField />
      </section>
    </div>
  );
}
