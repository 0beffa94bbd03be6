"use client";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { routes } from "@/lib/routes";
import type { CreatableType } from "@/lib/task-types/registry";
import type { TemplateRow } from "@/lib/tasks/template";
import type { TemplateActions } from "./actions";
import { UseButton } from "./use-button";

type Props = { templates: readonly TemplateRow[]; offered: readonly CreatableType[]; use: TemplateActions["use"] };

/** The newest templates, below the drafts that somebody began. */
export function TemplateLines({ templates, offered, use }: Props) {
  const words = useTranslations("templates");
  const names = useTranslations("words");
  return (
    <>
      {templates.map((template) => (
        <div key={template.id} className="resume">
          <div>
            <span className="t1">{template.name}</span>
            <span className="t2">{words("line", { kind: names(`type.${template.type}`), used: template.used })}</span>
          </div>
          <UseButton template={template} offered={offered} use={use} />
        </div>
      ))}
      <p className="foot">
        <Link href={routes.templates()}>{words("all")}</Link>
      </p>
    </>
  );
}
