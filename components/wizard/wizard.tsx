"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { FieldPath } from "react-hook-form";
import { useTranslations } from "use-intl";
import { OriginNotice } from "@/components/reuse/origin-notice";
import { routes } from "@/lib/routes";
import type { CreatableType } from "@/lib/task-types/registry";
import { STEPS, type Step } from "@/lib/tasks/draft";
import { WizardFooter } from "./footer";
import { WizardHeader } from "./header";
import { firstOpenStep, issuesOf, stepOf } from "./issues";
import { wizardKinds } from "./kinds/kinds";
import { RetryNotice } from "./retry-notice";
import { ReviewAside } from "./review-aside";
import { ReviewStep } from "./review-step";
import { SaveNotices } from "./save-notices";
import { useSubmit } from "./use-submit";
import { useWizard, useWizardState, WizardContext, type WizardProps } from "./use-wizard";
import type { WizardValues } from "./values";
import { WhatStep } from "./what-step";
import { WhenStep } from "./when-step";
import { WhoStep } from "./who-step";
import { WordsAside } from "./words-aside";

const panes: { readonly [S in Step]: () => React.ReactNode } = {
  what: WhatStep,
  who: WhoStep,
  when: WhenStep,
  review: ReviewStep,
};

const fieldsOf = (type: CreatableType): { readonly [S in Step]: readonly FieldPath<WizardValues>[] } => ({
  what: wizardKinds[type].paths,
  who: ["targets.groupIds", "targets.targetSetId", "targets.rowSetId"],
  when: ["schedule.date", "schedule.retry.count", "schedule.retry.everyMinutes"],
  review: [],
});

/** Makes one task in four steps. What was entered lives in a draft on the server; the step is in the address. */
export function Wizard(props: WizardProps) {
  const wizard = useWizardState(props);
  return (
    <WizardContext value={wizard}>
      <WizardFrame />
    </WizardContext>
  );
}

function WizardFrame() {
  const router = useRouter();
  const t = useTranslations("wizard");
  const { type, form, step, open, values, draft, origin, refuse } = useWizard();
  const { sending, failure, submit } = useSubmit();
  const [typed, setTyped] = useState("");
  const Pane = panes[step];
  const openStep = firstOpenStep(issuesOf(type, values, Date.now()));

  const goOn = async () => {
    const next = STEPS[STEPS.indexOf(step) + 1];
    if (next === undefined) return;
    await form.trigger([...fieldsOf(type)[step]], { shouldFocus: true });
    if (issuesOf(type, form.getValues(), Date.now()).some((issue) => stepOf(issue) === step)) return refuse();
    draft.begin(next);
    void draft.autosave.flush();
    open(next);
  };
  const send = async () => {
    const [issue] = issuesOf(type, form.getValues(), Date.now());
    if (issue === undefined) return submit();
    open(stepOf(issue));
    await form.trigger();
  };
  const close = async () => {
    if (await draft.autosave.flush()) router.push(routes.newTask());
  };
  return (
    <div className="wz">
      <WizardHeader onClose={() => void close()} />
      <div className="wz-b">
        <div className="wz-m">
          <SaveNotices />
          <OriginNotice origin={origin} />
          {failure !== null && (
            <div className="wz-n">
              <p>{t("review.failed")}</p>
              <RetryNotice failure={failure} onRetry={() => void send()} />
            </div>
          )}
          <Pane />
        </div>
        {step === "review" ? <ReviewAside typed={typed} onType={setTyped} /> : <WordsAside />}
      </div>
      <WizardFooter
        typed={typed}
        sending={sending}
        blocked={openStep === "review" ? null : t("footer.open")}
        onContinue={() => void goOn()}
        onSubmit={() => void send()}
      />
    </div>
  );
}
