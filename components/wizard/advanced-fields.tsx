"use client";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import { MAX_EXT_INFO } from "@/lib/task-types/shared/upgrade";
import { extInfoLength } from "./ext-info-length";
import { useIssue } from "./use-issue";
import { useWizard } from "./use-wizard";

/** What few tasks need, closed until someone looks; says how much of it was changed. */
export function AdvancedFields() {
  const t = useTranslations("wizard.advanced");
  const { form, values } = useWizard();
  const issue = useIssue("extInfo");
  const { gatewayMode, needsConfirm, extInfo } = values;
  const changed = [gatewayMode, needsConfirm, extInfo.trim() !== ""].filter(Boolean).length;
  return (
    <details className="panel adv" open={issue === undefined ? undefined : true}>
      <summary>
        <ChevronRight className="ic chev" size={16} />
        <b>{t("title")}</b>
        <span className="mut sm">{t("summary", { count: changed })}</span>
      </summary>
      <div className="wz-fields">
        <Option
          label={t("confirm")}
          hint={t("confirmHint")}
          checked={needsConfirm}
          onChange={(on) => form.setValue("needsConfirm", on)}
        />
        <Option
          label={t("gateway")}
          hint={t("gatewayHint")}
          checked={gatewayMode}
          onChange={(on) => form.setValue("gatewayMode", on)}
        />
        <Field
          label={t("ext")}
          hint={t("extHint")}
          error={issue}
          count={t("extCount", { count: extInfoLength(extInfo), max: MAX_EXT_INFO })}
        >
          {(control) => (
            <TextArea {...control} {...form.register("extInfo")} className="mono" rows={3} spellCheck={false} />
          )}
        </Field>
      </div>
    </details>
  );
}

type OptionProps = { label: string; hint: string; checked: boolean; onChange: (on: boolean) => void };

function Option({ label, hint, checked, onChange }: OptionProps) {
  return (
    <div className="opt-r">
      <Checkbox checked={checked} onChange={(event) => onChange(event.target.checked)}>
        <b>{label}</b>
        <span className="fld-h">{hint}</span>
      </Checkbox>
    </div>
  );
}
