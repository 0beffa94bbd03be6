"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { Glyph } from "@/components/ui/glyph";
import { Skeleton } from "@/components/ui/skeleton";
import { taskTypes } from "@/lib/task-types/registry";
import type { RowSetView } from "@/lib/tasks/draft";
import { ProductIds } from "./product-ids";
import { useIssue } from "./use-issue";
import { useWizard } from "./use-wizard";

const RowsIntake = dynamic(() => import("@/components/targets/rows-intake").then((file) => file.RowsIntake));

/** The spreadsheet of a type whose rows say more than an ID. */
export function RowSheet() {
  const t = useTranslations("wizard.who");
  const { type, draft, form, fileRows } = useWizard();
  const issue = useIssue("targets.rowSetId");
  const { rows: kind } = taskTypes[type];
  const store = (stored: RowSetView) => {
    draft.setRowSet(stored);
    form.setValue("targets.rowSetId", stored.id, { shouldValidate: true, shouldDirty: true });
  };
  return (
    <>
      {issue !== undefined && (
        <p className="fld-e" role="alert">
          <Glyph kind="failed" />
          <span>{issue}</span>
        </p>
      )}
      {draft.id === null || kind === null ? (
        <Skeleton rows={3} label={t("preparing")} />
      ) : (
        <RowsIntake
          kind={kind}
          draftId={draft.id}
          rowSet={draft.rowSet}
          onStored={store}
          templateHref={`/templates/${kind}.csv`}
          maxRows={fileRows}
        />
      )}
      {kind === "registration" && <ProductIds />}
    </>
  );
}
