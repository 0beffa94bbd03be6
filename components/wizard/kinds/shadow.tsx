"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { formatJson } from "@/lib/product-model/format-json";
import { desiredOf, readShadow, shadowSize } from "@/lib/task-types/update-device-shadows/shadow";
import { FactRow } from "../fact-row";
import { useWizard } from "../use-wizard";
import { inWords } from "./in-words";
import type { Thing, WizardKind } from "./kind";
import { OwnAnswer } from "./own-answer";

const ShadowFields = dynamic(() => import("@/components/model-form/shadow-fields").then((file) => file.ShadowFields));

function useShadowThing(): Thing {
  const t = useTranslations("wizard.own");
  const { services } = readShadow(useWizard().values.shadow);
  const named = services.filter(({ serviceId }) => serviceId !== "");
  const said = named.map((one) => {
    const desired = desiredOf(one);
    const values = desired === null ? "" : inWords(desired);
    return t(one.change === "set" ? "settingsOf" : "cleared", { service: one.serviceId, values });
  });
  const words = said.length === 0 ? null : said.join("; ");
  return { thing: words, answer: words };
}

function ShadowFacts() {
  const t = useTranslations("wizard.own");
  const shadow = readShadow(useWizard().values.shadow);
  return (
    <>
      {shadow.services.map((service) => {
        const desired = desiredOf(service);
        return (
          <FactRow key={service.serviceId} name={service.serviceId}>
            {service.change === "clear-service" ? (
              t("clearService")
            ) : (
              <pre className="fact-json">{desired === null ? "" : formatJson(desired)}</pre>
            )}
          </FactRow>
        );
      })}
      <FactRow name={t("size")}>{t("bytes", { count: shadowSize(shadow) ?? 0 })}</FactRow>
    </>
  );
}

export const shadowKind: WizardKind = {
  paths: ["title"],
  Fields: () => <OwnAnswer name="shadow" Fields={ShadowFields} />,
  useThing: useShadowThing,
  Facts: ShadowFacts,
};
