"use client";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/choices";
import { type ControlProps, Field } from "@/components/ui/field";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { ChoiceControl } from "./choice-control";
import { type FieldControlProps, useFieldLabel } from "./field-label";
import { ListControl } from "./list-control";
import { NumberSlider } from "./number-slider";
import { TimeControl } from "./time-control";
import { storable, typedNumber } from "./typed-text";

/** Longer texts get a box of several lines. */
const LONG_TEXT = 80;

/** The control for one value of a product's model, with what the model says about it. */
export function FieldControl(props: FieldControlProps) {
  const { field } = props;
  if (field.kind === "boolean" || field.choices.length > 0) return <ChoiceControl {...props} />;
  if (field.kind === "list") return <ListControl {...props} />;
  return <LineControl {...props} />;
}

/** Everything that is typed as one text. */
function LineControl(props: FieldControlProps) {
  const { field, value, error } = props;
  const t = useTranslations("model.field");
  const label = useFieldLabel(field);
  const text = typeof value === "string" ? value : "";
  const isText = field.kind === "text" || field.kind === "choice";
  const counted = isText && field.maxLength !== null;
  return (
    <div className="mf-line">
      <Field
        {...label}
        error={error}
        count={counted ? t("count", { count: text.length, max: field.maxLength ?? 0 }) : undefined}
      >
        {(control) => <Line {...props} control={control} text={text} />}
      </Field>
      {isText && text === "" && <SendEmpty {...props} />}
    </div>
  );
}

function Line({
  field,
  onChange,
  onLeave,
  control,
  text,
}: FieldControlProps & { control: ControlProps; text: string }) {
  const given = { ...control, value: text, onBlur: onLeave, spellCheck: false, autoComplete: "off" };
  const set = (typed: string) => onChange(typed === "" ? null : typed);
  switch (field.kind) {
    case "integer":
    case "decimal":
      return (
        <div className="mf-num">
          <TextInput
            {...given}
            className="num"
            inputMode={field.kind === "integer" && !(field.min ?? "-").startsWith("-") ? "numeric" : "text"}
            unit={field.unit === "" ? undefined : field.unit}
            onChange={(event) => set(typedNumber(event.target.value))}
          />
          <NumberSlider field={field} text={text} onChange={set} onLeave={onLeave} />
        </div>
      );
    case "time":
      return <TimeControl control={given} text={text} onChange={set} />;
    case "object":
    case "json":
      return <TextArea {...given} className="mono" rows={4} onChange={(event) => set(storable(event.target.value))} />;
    default:
      return (field.maxLength ?? 0) > LONG_TEXT ? (
        <TextArea {...given} rows={3} onChange={(event) => set(storable(event.target.value))} />
      ) : (
        <TextInput {...given} onChange={(event) => set(storable(event.target.value))} />
      );
  }
}

/** An empty text is a value of its own; leaving the field empty does not send one by accident. */
function SendEmpty({ field, value, onChange }: FieldControlProps) {
  const t = useTranslations("model.field");
  return (
    <Checkbox
      checked={value === ""}
      onChange={(event) => onChange(event.target.checked ? "" : null)}
      aria-label={t("sendEmptyNamed", { name: field.name })}
    >
      <span className="fld-h">{t("sendEmpty")}</span>
    </Checkbox>
  );
}
