import { type ClipboardEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";

/** A longer text goes straight to the worker: laying it out in the field would freeze the page. */
const MAX_FIELD_CHARS = 20_000;

type Props = {
  text: string;
  words: { label: string; hint: string; empty: string };
  onText: (text: string) => void;
  onCheck: (text: string) => void;
  onBack: () => void;
};

/** A field for a pasted or typed list. What is in it stays until it is replaced. */
export function PasteList({ text, words, onText, onCheck, onBack }: Props) {
  const t = useTranslations("targets");
  const [error, setError] = useState<string>();

  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text/plain");
    if (pasted.length <= MAX_FIELD_CHARS) return;
    event.preventDefault();
    onCheck(text.trim() === "" ? pasted : `${text}\n${pasted}`);
  };
  const check = () => {
    if (text.trim() === "") setError(words.empty);
    else onCheck(text);
  };

  return (
    <div className="grid gap-3 px-4.5 pt-3.5 pb-4">
      <Field label={words.label} hint={words.hint} error={error}>
        {(control) => (
          <TextArea
            {...control}
            className="mono"
            rows={9}
            value={text}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            onPaste={paste}
            onChange={({ currentTarget }) => {
              setError(undefined);
              onText(currentTarget.value);
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button onClick={check}>{t("paste.check")}</Button>
        <Button variant="quiet" onClick={onBack}>
          {t("paste.back")}
        </Button>
      </div>
    </div>
  );
}
