"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { type ControlProps, Field } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import type { ModelField } from "@/lib/product-model/field";
import type { JsonPath } from "@/lib/product-model/json-position";
import { useFieldHint } from "./field-hint";
import { type JsonMark, jsonMarks } from "./json-marks";
import { storable } from "./typed-text";

/** The editor weighs more than the page, so it comes only where somebody writes JSON. */
const JsonCodeMirror = dynamic(() => import("./json-codemirror").then((file) => file.JsonCodeMirror), {
  ssr: false,
  loading: () => <Loading />,
});

function Loading() {
  return <Skeleton rows={4} label={useTranslations("model.json")("loading")} />;
}

type Props = {
  label: string;
  hint?: string | undefined;
  text: string;
  onChange: (text: string) => void;
  onLeave: () => void;
  /** What is wrong, with paths into the text; told where it stands. */
  issues: readonly { path: JsonPath; words: string }[];
  /** What to say below; undefined while nobody has been here. */
  error: string | undefined;
  fields: readonly ModelField[];
  nullClears?: boolean;
  count?: string | undefined;
};

/** One JSON object, written by hand, with what is wrong marked at its line. */
export function JsonEditor({
  label,
  hint,
  text,
  onChange,
  onLeave,
  issues,
  error,
  fields,
  nullClears = false,
  count,
}: Props) {
  const t = useTranslations("model.json");
  const hintOf = useFieldHint();
  const marks = jsonMarks(text, issues);
  return (
    <div className="mf-json">
      <Field
        label={label}
        hint={hint ?? t("leave")}
        error={error === undefined ? undefined : t("wrong", { count: marks.length })}
        count={count}
      >
        {(control: ControlProps) => (
          <JsonCodeMirror
            control={control}
            label={label}
            text={text}
            onChange={(typed) => onChange(storable(typed))}
            onLeave={onLeave}
            marks={marks}
            fields={fields}
            nullClears={nullClears}
            hintOf={hintOf}
          />
        )}
      </Field>
      {error !== undefined && <Marks marks={marks} />}
    </div>
  );
}

/** Everything that is wrong, by line, for those who do not see the marks. */
function Marks({ marks }: { marks: readonly JsonMark[] }) {
  const t = useTranslations("model.json");
  return (
    <ul className="mf-marks">
      {marks.map(({ line, column, words }) => (
        <li key={`${line}:${column} ${words}`}>
          <b>{t("at", { line, column })}</b> {words}
        </li>
      ))}
    </ul>
  );
}
