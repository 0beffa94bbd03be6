"use client";
import { useTranslations } from "use-intl";
import type { ControlProps } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { useFormat } from "@/lib/i18n/client";
import { fromPicker, instantOf, storable, toPicker } from "./typed-text";

type Props = {
  control: ControlProps & { onBlur: () => void };
  text: string;
  onChange: (text: string) => void;
};

/**
 * A day and time to the second, in UTC as devices get it, with the same instant in the person's own zone. A text that is
 * no time stays a text, so that it can be put right.
 */
export function TimeControl({ control, text, onChange }: Props) {
  const t = useTranslations("model.field");
  const format = useFormat();
  const instant = instantOf(text);
  if (text !== "" && instant === null)
    return (
      <TextInput
        {...control}
        className="mono"
        value={text}
        onChange={(event) => onChange(storable(event.target.value))}
      />
    );
  return (
    <span className="mf-time">
      <TextInput
        {...control}
        type="datetime-local"
        step={1}
        min="0001-01-01T00:00:00"
        max="9999-12-31T23:59:59"
        value={toPicker(text)}
        onChange={(event) => onChange(fromPicker(event.target.value))}
      />
      <span className="mf-utc">{t("utc")}</span>
      {instant !== null && <span className="fld-h">{t("localTime", { time: format.instant(instant) })}</span>}
    </span>
  );
}
