"use client";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import type { Package } from "@/lib/fleet/fleet";
import { taskTypes } from "@/lib/task-types/registry";
import { MAX_TITLE } from "@/lib/task-types/shared/common-input";
import { AdvancedFields } from "./advanced-fields";
import { PackagePicker } from "./package-picker";
import { useIssue } from "./use-issue";
import { useWizard } from "./use-wizard";

/** What an upgrade asks for: a package, a title made from it unless the person writes their own, and the rare options. */
export function UpgradeFields() {
  const t = useTranslations("wizard");
  const { type, form, values } = useWizard();
  const issue = useIssue("title");
  const { packageType } = taskTypes[type];

  const titleOf = ({ version, productName }: Package): string =>
    t(`kinds.${type}.title`, { version, product: productName }).slice(0, MAX_TITLE);
  const suggestTitle = (chosen: Package, before: Package | null) => {
    const written = form.getValues("title").trim();
    if (written === "" || (before !== null && written === titleOf(before)))
      form.setValue("title", titleOf(chosen), { shouldValidate: true });
  };
  return (
    <div className="stack">
      {packageType !== null && <PackagePicker packageType={packageType} onChoose={suggestTitle} />}
      <section className="panel wz-fields">
        <Field
          label={t("what.title")}
          hint={t("what.titleHint")}
          error={issue}
          count={t("what.count100", { count: values.title.length, max: MAX_TITLE })}
        >
          {(control) => <TextInput {...control} {...form.register("title")} autoComplete="off" />}
        </Field>
      </section>
      <AdvancedFields />
    </div>
  );
}
