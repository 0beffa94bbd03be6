"use client";
import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import { ReviewWhat, ReviewWhen, ReviewWho } from "./review-facts";
import { Sentence } from "./sentence";
import { StepHeading } from "./step-heading";
import { UndoFacts } from "./undo-facts";

/** The task read back in one sentence, then its facts, then what can not be undone. */
export function ReviewStep() {
  const t = useTranslations("wizard.review");
  return (
    <div className="rev">
      <StepHeading words={t("question")} />
      <Sentence className="sentence rev-s" />
      <div className="stack">
        <Panel title={t("facts")}>
          <div className="rev-f">
            <ReviewWhat />
            <ReviewWho />
            <ReviewWhen />
          </div>
        </Panel>
        <UndoFacts />
      </div>
    </div>
  );
}
