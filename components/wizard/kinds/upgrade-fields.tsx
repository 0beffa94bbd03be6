"use client";
import { useTranslations } from "use-intl";
import type { Package } from "@/lib/fleet/fleet";
import { taskTypes } from "@/lib/task-types/registry";
import { MAX_TITLE } from "@/lib/task-types/shared/common-input";
import { AdvancedFields } from "../advanced-fields";
import { PackagePicker } from "../package-picker";
import { TitleField } from "../title-field";
import { useWizard } from "../use-wizard";
import { isUpgrade } from "./words";

/** What an upgrade asks for: a package, a title made from it unless the person writes their own, and the rare options. */
export function UpgradeFields() {
  const kinds = useTranslations("kinds");
  const { type, form } = useWizard();
  const { packageType } = taskTypes[type];

  const titleOf = ({ version, productName }: Package): string =>
    isUpgrade(type) ? kinds(`${type}.title`, { version, product: productName }).slice(0, MAX_TITLE) : "";
  const suggestTitle = (chosen: Package, before: Package | null) => {
    const written = form.getValues("title").trim();
    if (written === "" || (before !== null && written === titleOf(before)))
      form.setValue("title", titleOf(chosen), { shouldValidate: true });
  };
  return (
    <div className="stack">
      {packageType !== null && <PackagePicker packageType={packageType} onChoose={suggestTitle} />}
      <section className="panel wz-fields">
        <TitleField />
      </section>
      <AdvancedFields />
    </div>
  );
}
