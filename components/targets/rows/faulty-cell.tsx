import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { TextInput } from "@/components/ui/inputs";
import type { CellIssue } from "@/lib/target-files/judge-row";
import { shorten } from "@/lib/target-files/verdict";
import { useIssueWords } from "./use-issue-words";

const FIX_CHARS = 24;

type Props = {
  text: string;
  placeholder: string | undefined;
  issue: CellIssue;
  label: string;
  onText: (text: string) => void;
};

/** A cell that can not be used: corrected where it stands, by hand or with the one safe correction. */
export function FaultyCell({ text, placeholder, issue, label, onText }: Props) {
  const t = useTranslations("rows.grid");
  const words = useIssueWords();
  const note = useId();
  const [typed, setTyped] = useState(text);
  const { fix } = issue;
  const commit = () => {
    if (typed !== text) onText(typed);
  };
  return (
    <div className="grid min-w-44 gap-1 py-1.5">
      <TextInput
        className="mono sm"
        aria-label={label}
        aria-invalid
        aria-describedby={note}
        placeholder={placeholder}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === "Enter") commit();
          if (key === "Escape") setTyped(text);
        }}
      />
      <span className="sm font-sans" id={note}>
        {words(issue)}
      </span>
      {fix !== null && (
        <button type="button" className="lnk sm justify-self-start" onClick={() => onText(fix)}>
          {t("use", { text: shorten(fix, FIX_CHARS) })}
        </button>
      )}
    </div>
  );
}
