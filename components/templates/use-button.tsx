"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { usePrepare } from "@/components/reuse/use-prepare";
import { Button } from "@/components/ui/button";
import type { CreatableType } from "@/lib/task-types/registry";
import type { TemplateRow } from "@/lib/tasks/template";
import type { TemplateActions } from "./actions";

const NoDraftDialog = dynamic(
  () => import("@/components/reuse/no-draft-dialog").then((module) => module.NoDraftDialog),
  { ssr: false },
);

type Props = { template: TemplateRow; offered: readonly CreatableType[]; use: TemplateActions["use"] };

/** Begins a draft from a template. */
export function UseButton({ template, offered, use }: Props) {
  const words = useTranslations("templates");
  const { busy, failure, prepare, forget } = usePrepare();
  const possible = offered.some((type) => type === template.type);
  return (
    <>
      <Button
        size="sm"
        busy={busy}
        blocked={possible ? null : words("notOffered")}
        aria-label={words("useThis", { name: template.name })}
        onClick={() => void prepare(() => use({ templateId: template.id }))}
      >
        {words("use")}
      </Button>
      {failure !== null && <NoDraftDialog failure={failure} onClose={forget} />}
    </>
  );
}
