"use client";
import { X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button, IconButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { TextInput } from "@/components/ui/inputs";
import { FieldGroup } from "./field-group";
import { type FieldControlProps, useFieldLabel } from "./field-label";
import { storable, typedLines } from "./typed-text";

/** A list of texts: one is typed at a time, or many are pasted, a line each. */
export function ListControl({ field, value, onChange, onLeave, error }: FieldControlProps) {
  const t = useTranslations("model.field");
  const { label, aside, hint } = useFieldLabel(field);
  const [typed, setTyped] = useState("");
  const entries = typeof value === "string" || value === null ? [] : value;
  const add = (lines: readonly string[]) => {
    if (lines.length > 0) onChange([...entries, ...lines]);
    setTyped("");
  };
  const remove = (at: number) => {
    const left = entries.filter((_, index) => index !== at);
    onChange(left.length === 0 ? null : left);
  };
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter that ends a word of an input method is not meant for us.
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add(typedLines(typed));
    }
    if (event.key === "Backspace" && typed === "" && entries.length > 0) remove(entries.length - 1);
  };
  return (
    <FieldGroup legend={label} aside={aside} hint={hint} error={error}>
      {entries.length > 0 && (
        <ul className="mf-tags">
          {entries.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries may be equal, their place is what tells them apart
            <li key={at}>
              <span>{entry === "" ? t("emptyText") : entry}</span>
              <IconButton label={t("removeEntry", { entry })} onClick={() => remove(at)}>
                <X className="ic" size={14} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <span className="mf-add">
        <TextInput
          aria-label={t("newEntry", { name: field.name })}
          aria-invalid={error === undefined ? undefined : true}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(storable(event.target.value))}
          onKeyDown={key}
          onPaste={(event) => {
            const lines = typedLines(event.clipboardData.getData("text"));
            if (lines.length < 2) return;
            event.preventDefault();
            add(lines);
          }}
          onBlur={() => {
            add(typedLines(typed));
            onLeave();
          }}
        />
        <Button size="sm" onClick={() => add(typedLines(typed))}>
          {t("addEntry")}
        </Button>
      </span>
      {entries.length === 0 && (
        <Checkbox
          checked={value !== null}
          onChange={(event) => onChange(event.target.checked ? [] : null)}
          aria-label={t("sendEmptyListNamed", { name: field.name })}
        >
          <span className="fld-h">{t("sendEmptyList")}</span>
        </Checkbox>
      )}
    </FieldGroup>
  );
}
