"use client";
import { Cloud, CloudOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import type { SaveState } from "./autosave";
import { useWizard } from "./use-wizard";
import { WizardSteps } from "./wizard-steps";

/** What is being made, whether it is saved, and the steps with their answers. */
export function WizardHeader({ onClose }: { onClose: () => void }) {
  const t = useTranslations("wizard");
  const words = useTranslations("words");
  const { type, draft } = useWizard();
  return (
    <header className="wz-h">
      <div className="wz-t">
        <h1>{words(`type.${type}`)}</h1>
        <span className="mut sm">{t("newTask")}</span>
        <span className="grow" />
        <SavedMark state={draft.state} />
        <Button variant="quiet" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
      <WizardSteps />
    </header>
  );
}

function SavedMark({ state }: { state: SaveState }) {
  const t = useTranslations("wizard.saved");
  const stuck = state.kind === "conflict" || state.kind === "ended";
  const Icon = stuck || state.kind === "failing" ? CloudOff : Cloud;
  return (
    <span className="row sm mut" role="status">
      <Icon className="ic" size={15} />
      <span>{state.kind === "clean" ? <CleanMark at={state.at} /> : t(stuck ? "stuck" : state.kind)}</span>
    </span>
  );
}

function CleanMark({ at }: { at: string | null }) {
  const t = useTranslations("wizard.saved");
  if (at === null) return t("never");
  return t.rich("at", { time: () => <LocalTime at={at} as="clock" /> });
}
