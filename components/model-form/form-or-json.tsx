"use client";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Segmented } from "@/components/ui/choices";
import { Notice } from "@/components/ui/notice";
import type { ModelField } from "@/lib/product-model/field";
import { formatJson } from "@/lib/product-model/format-json";
import type { ModelForm } from "@/lib/task-types/shared/model-form";
import { isJson, objectIn } from "@/lib/task-types/shared/model-form";
import { type Switched, toForm } from "@/lib/task-types/shared/model-switch";
import { JsonEditor } from "./json-editor";
import type { Told } from "./use-told";

type Props = {
  form: ModelForm;
  /** What the form says as JSON, where that is more than its values. */
  object?: ReturnType<typeof objectIn> | undefined;
  onChange: (change: Partial<ModelForm> & { cleared?: readonly string[] }) => void;
  /** Everything that the model knows, for the form and for completion. */
  fields: readonly ModelField[];
  nullClears?: boolean;
  told: Told;
  title: ReactNode;
  count?: string | undefined;
  children: ReactNode;
};

/** The same values as a form or as JSON. JSON that the form can not show stays JSON, and nothing is lost. */
export function FormOrJson(props: Props) {
  const { form, onChange, fields, nullClears = false, told, title, count, children } = props;
  const t = useTranslations("model.json");
  const [kept, setKept] = useState<Extract<Switched, { ok: false }> | null>(null);
  const asJson = isJson(form);
  const change = (mode: "form" | "json") => {
    setKept(null);
    if (mode === form.mode) return;
    if (mode === "json") return onChange({ mode, json: formatJson(props.object ?? objectIn(form) ?? {}) });
    const switched = toForm(form.json, fields, nullClears);
    if (!switched.ok) return setKept(switched);
    onChange({ mode, values: switched.values, ...(nullClears && { cleared: switched.cleared }) });
  };
  return (
    <>
      <div className="panel-h">
        <h3>{title}</h3>
        {!form.free && (
          <div className="end">
            <Segmented
              small
              legend={t("legend")}
              value={form.mode}
              onChange={change}
              choices={[
                { value: "form", label: t("form") },
                { value: "json", label: t("json") },
              ]}
            />
          </div>
        )}
      </div>
      <div className="wz-fields">
        {kept !== null && (
          <Notice tone="attn" glyph="unknown" title={t("stays")} boxed urgent>
            <p>{kept.keys === null ? t("staysBroken") : t("staysKeys", { keys: kept.keys.join(", ") })}</p>
          </Notice>
        )}
        {asJson ? (
          <JsonEditor
            label={t(form.free ? "labelFree" : "label")}
            text={form.json}
            onChange={(json) => {
              setKept(null);
              onChange({ json });
            }}
            onLeave={() => told.touch("json")}
            issues={told.all("json")}
            error={told.at("json")}
            fields={form.free ? [] : fields}
            nullClears={nullClears}
            count={count}
          />
        ) : (
          children
        )}
      </div>
    </>
  );
}
