"use client";
import { ChevronUp, Layers, type LucideIcon, Send, Square, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { taskTypes } from "@/lib/task-types/registry";
import { Sentence } from "./sentence";
import { useAnswers } from "./use-answers";
import { useWizard } from "./use-wizard";

/** The sentence as far as it is known, and what is good to know before the last step. On narrow screens a bar. */
export function WordsAside() {
  const t = useTranslations("wizard.words");
  const [open, setOpen] = useState(false);
  const kinds = useTranslations("kinds");
  const { type } = useWizard();
  const { thing } = useAnswers();
  const review = useTranslations("wizard.review");
  const { stoppable } = taskTypes[type];
  return (
    <aside className="wz-a words-bar" data-open={open} aria-label={t("title")}>
      <section className="panel">
        <div className="words">
          <h2>{t("title")}</h2>
          <button
            type="button"
            className="ib words-t"
            aria-expanded={open}
            aria-label={t("toggle")}
            onClick={() => setOpen(!open)}
          >
            <ChevronUp className="ic" size={16} />
          </button>
          <Sentence className="say" />
        </div>
        <Fact icon={Square} title={t(stoppable ? "stop" : "noStop")} body={t(stoppable ? "stopBody" : "noStopBody")} />
        <Fact
          icon={Undo2}
          title={kinds(`${type}.undoTitle`, { thing: thing ?? review("keepBlank") })}
          body={kinds(`${type}.undoBody`)}
        />
        <Fact icon={Layers} title={t("places")} body={t("placesBody")} />
        <Fact icon={Send} title={t("sent")} body={t("sentBody")} />
      </section>
    </aside>
  );
}

/** An icon, a short claim and what it means. */
export function Fact({ icon: Icon, title, body }: { icon: LucideIcon; title: string; body: string }) {
  return (
    <div className="fact">
      <Icon className="ic" size={16} />
      <div>
        <b>{title}</b>
        <span>{body}</span>
      </div>
    </div>
  );
}
