"use client";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { MAX_TITLE } from "@/lib/task-types/shared/common-input";
import { useIssue } from "./use-issue";
import { useWizard } from "./use-wizard";

/** What people call the task. */
export function TitleField() {
  const t = useTranslations("wizard.what");
  const { form, values } = useWizard();
  return (
    <Field
      label={t("title")}
      hint={t("titleHint")}
      error={useIssue("title")}
      count={t("count100", { count: values.title.length, max: MAX_TITLE })}
    >
      {(control) => <TextInput {...control} {...form.register("title")} autoComplete="off" />}
    </Field>
  );
}
