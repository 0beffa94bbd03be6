"use client";
import { useTranslations } from "use-intl";
import { FactRow } from "../fact-row";
import { useWizard } from "../use-wizard";
import type { Thing, WizardKind } from "./kind";
import { UpgradeFields } from "./upgrade-fields";
import { isUpgrade } from "./words";

function useUpgradeThing(): Thing {
  const { type, values, chosen, packagesPending } = useWizard();
  const t = useTranslations("wizard.answers");
  const kinds = useTranslations("kinds");
  if (!isUpgrade(type)) return { thing: null, answer: null };
  if (chosen === null)
    return { thing: packagesPending && values.packageId !== "" ? t("thingUnread") : null, answer: null };
  const thing = kinds(`${type}.thing`, { version: chosen.version });
  return { thing, answer: t("thing", { thing, product: chosen.productName }) };
}

function UpgradeFacts() {
  const t = useTranslations("wizard.review");
  const none = useTranslations("common")("none");
  const { chosen, values } = useWizard();
  const { thing } = useUpgradeThing();
  const options = [
    values.needsConfirm && t("optionConfirm"),
    values.gatewayMode && t("optionGateway"),
    values.extInfo.trim() !== "" && t("optionExt"),
  ].filter((option) => option !== false);
  return (
    <>
      <FactRow name={t("package")} cap>
        {thing ?? none}
      </FactRow>
      {chosen !== null && (
        <>
          <FactRow name={t("product")}>{chosen.productName}</FactRow>
          <FactRow name={t("from")}>
            {chosen.sourceVersions.length === 0 ? t("fromAny") : chosen.sourceVersions.join(", ")}
          </FactRow>
        </>
      )}
      {options.length > 0 && <FactRow name={t("options")}>{options.join(", ")}</FactRow>}
    </>
  );
}

export const upgradeKind: WizardKind = {
  paths: ["title", "packageId", "extInfo"],
  Fields: UpgradeFields,
  useThing: useUpgradeThing,
  Facts: UpgradeFacts,
};
