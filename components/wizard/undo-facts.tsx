"use client";
import { CalendarX2, type LucideIcon, Power, Square, Undo2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import { taskTypes } from "@/lib/task-types/registry";
import { isUpgrade } from "./kinds/words";
import { useAnswers } from "./use-answers";
import { useWizard } from "./use-wizard";

type Fact = { icon: LucideIcon; title: string; body: string };

/** What can and can not be taken back once it was sent. */
export function UndoFacts() {
  const t = useTranslations("wizard.review");
  const kinds = useTranslations("kinds");
  const { type } = useWizard();
  const { thing } = useAnswers();
  const facts: Fact[] = [
    {
      icon: Undo2,
      title: kinds(`${type}.undoTitle`, { thing: thing ?? t("keepBlank") }),
      body: kinds(`${type}.undoBody`),
    },
    taskTypes[type].stoppable
      ? { icon: Square, title: t("stop"), body: t("stopBody") }
      : { icon: CalendarX2, title: t("noStop"), body: t("noStopBody") },
  ];
  if (isUpgrade(type)) facts.push({ icon: Power, title: t("restart"), body: t("restartBody") });
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
