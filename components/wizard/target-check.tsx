"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Glyph } from "@/components/ui/glyph";
import { targetCheckQuery } from "@/lib/queries/drafts";
import type { TargetCheck } from "@/lib/tasks/draft";
import { useWizard } from "./use-wizard";

/** How the chosen devices fit the chosen package, asked again whenever either was changed and saved. */
export function useTargetCheck() {
  const { draft, values, reach } = useWizard();
  const ready = draft.id !== null && draft.state.kind === "clean" && reach !== null && values.packageId !== "";
  const subject = JSON.stringify([values.packageId, values.targets]);
  const check = useQuery({ ...targetCheckQuery(draft.id ?? "", subject), enabled: ready });
  return { check, wanted: reach !== null && values.packageId !== "" };
}

/** The line under the devices that says how many are not of the package's product. */
export function TargetCheckLine() {
  const t = useTranslations("wizard.check");
  const { check, wanted } = useTargetCheck();
  const { reach } = useWizard();
  const who = useTranslations("wizard.who");
  if (!wanted) return null;
  if (reach?.count === 0)
    return (
      <div className="chk-l" role="alert">
        <CheckLine kind="partly" words={who("nobody")} />
      </div>
    );
  return (
    <div className="chk-l" role="status">
      {check.data !== undefined ? (
        <CheckResult check={check.data} />
      ) : check.isError ? (
        <p>
          <Glyph kind="unknown" />
          <span>{t("failed")}</span>
          <Button size="sm" onClick={() => void check.refetch()}>
            {t("again")}
          </Button>
        </p>
      ) : (
        <p>
          <Glyph kind="waiting" />
          <span>{t("running")}</span>
        </p>
      )}
    </div>
  );
}

/** What was found; numbers that speak of a part of the devices say so. */
export function CheckResult({ check }: { check: TargetCheck }) {
  const t = useTranslations("wizard.check");
  const { productName: product, checked, otherProduct, unknown, complete, total } = check;
  const fits = checked > 0 && otherProduct === 0 && unknown === 0;
  return (
    <>
      {checked === 0 && <CheckLine kind="unknown" words={t("none")} />}
      {fits && (
        <CheckLine
          kind="done"
          words={product === null ? t("allUnnamed", { count: checked }) : t("all", { count: checked, product })}
        />
      )}
      {otherProduct > 0 && (
        <CheckLine
          kind="partly"
          words={
            product === null ? t("otherUnnamed", { count: otherProduct }) : t("other", { count: otherProduct, product })
          }
        />
      )}
      {unknown > 0 && <CheckLine kind="partly" words={t("unknown", { count: unknown })} />}
      {!complete && checked > 0 && (
        <CheckLine
          kind="unknown"
          words={total === null ? t("partialUnknown", { checked }) : t("partial", { checked, total })}
        />
      )}
    </>
  );
}

function CheckLine({ kind, words }: { kind: "done" | "partly" | "unknown"; words: string }) {
  return (
    <p>
      <Glyph kind={kind} />
      <span>{words}</span>
    </p>
  );
}
