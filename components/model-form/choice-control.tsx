"use client";
import { useTranslations } from "use-intl";
import { type Choice, Segmented } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { ModelField } from "@/lib/product-model/field";
import { FieldGroup } from "./field-group";
import { type FieldControlProps, useFieldLabel } from "./field-label";

/** Up to this many short choices stand side by side. */
const MAX_SEGMENTS = 4;
const MAX_SEGMENT_TEXT = 16;

/** The number of a choice, so that an empty text and "not sent" stay two things. */
const NOT_SENT = "-1";

const choicesOf = ({ kind, choices }: ModelField): readonly string[] =>
  kind === "boolean" ? ["true", "false"] : choices;

/** One of a few values that the model lists, or true and false; an optional one may also be left out. */
export function ChoiceControl(props: FieldControlProps) {
  const { field, value, error, onLeave } = props;
  const t = useTranslations("model.field");
  const { label, aside, hint } = useFieldLabel(field);
  const choices = choicesOf(field);
  const chosen = typeof value === "string" ? choices.indexOf(value) : -1;
  const strange = typeof value === "string" && chosen === -1 ? value : null;
  const words = (choice: string): string => {
    if (field.kind === "boolean") return t(choice === "true" ? "yes" : "no");
    const shown = choice === "" ? t("emptyText") : choice;
    return field.unit === "" ? shown : `${shown} ${field.unit}`;
  };
  const set = (index: string) => props.onChange(choices[Number(index)] ?? null);
  const few = choices.length <= MAX_SEGMENTS && choices.every((choice) => choice.length <= MAX_SEGMENT_TEXT);
  if (few && strange === null) {
    const named: Choice<string>[] = choices.map((choice, index) => ({ value: String(index), label: words(choice) }));
    const open = field.required ? named : [{ value: NOT_SENT, label: t("notSent") }, ...named];
    return (
      <FieldGroup legend={label} aside={aside} hint={hint} error={error}>
        <Segmented
          legend={field.name}
          choices={open}
          value={open.some(({ value: one }) => one === String(chosen)) ? String(chosen) : null}
          onChange={set}
        />
      </FieldGroup>
    );
  }
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      {(control) => (
        <Select
          {...control}
          value={strange === null ? String(chosen) : "strange"}
          onChange={(event) => set(event.target.value)}
          onBlur={onLeave}
        >
          {(chosen === -1 || !field.required) && (
            <option value={NOT_SENT}>{t(field.required ? "choose" : "notSent")}</option>
          )}
          {strange !== null && <option value="strange">{strange === "" ? t("emptyText") : strange}</option>}
          {choices.map((choice, index) => (
            <option key={choice} value={index}>
              {words(choice)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
