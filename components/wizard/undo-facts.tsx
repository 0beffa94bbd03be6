"use client";
import { Power, Square, Undo2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import { useAnswers } from "./use-answers";

/** What can and can not be taken back once it was sent. */
export function UndoFacts() {
  const t = useTranslations("wizard.review");
  const { thing } = useAnswers();
  const facts = [
    { icon: Undo2, title: t("keep", { thing: thing ?? t("keepBlank") }), body: t("keepBody") },
    { icon: Square, title: t("stop"), body: t("stopBody") },
    { icon: Power, title: t("restart"), body: t("restartBody") },
  ];
  return (
    <Panel title={t("undo")}>
      <ul className="undo">
        {facts.map(({ icon: Icon, title, body }) => (
          <li key={title}>
            <Icon className="ic" size={16} />
            <p>
              <b>{title}</b> {body}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
