"use client";
import { useTranslations } from "use-intl";
import { Glyph, type StatusKind } from "@/components/ui/glyph";
import { useFormat } from "@/lib/i18n/client";
import type { Finding, PreflightView, Trouble } from "@/lib/tasks/preflight";
import type { Lines } from "./lines";

/** What was looked for and not found, and what nobody could tell. */
export function ClearLines({ lines, view }: { lines: Lines; view: PreflightView }) {
  const t = useTranslations("preflight");
  const { locale } = useFormat();
  const list = (findings: readonly Finding[]) =>
    new Intl.ListFormat(locale, { type: "conjunction" }).format(findings.map(({ finds }) => t(`clear.${finds}`)));
  const { by, total, state } = view;
  // Of devices that the platform does not know nothing else can be said either.
  const unknown = lines.found.find(({ finds }) => finds === "unknown")?.count ?? 0;
  return (
    <>
      {lines.all.length > 0 && (
        <Line
          kind="done"
          words={t(unknown === 0 ? "all" : "others", { by, count: (total ?? 0) - unknown, list: list(lines.all) })}
        />
      )}
      {lines.part.map(({ checked, findings }) => (
        <Line key={checked} kind="unknown" words={t("part", { by, count: checked, list: list(findings) })} />
      ))}
      {lines.untold.length > 0 && state !== "running" && (
        <Line kind="unknown" words={t("untold", { list: list(lines.untold) })} />
      )}
      {view.troubles.map((trouble) => (
        <TroubleLine key={`${trouble.operation} ${trouble.failure.kind}`} trouble={trouble} />
      ))}
    </>
  );
}

/** What stands for the platform's operation where it was our own reading that failed. */
const OURS = "console";

function TroubleLine({ trouble: { operation, failure } }: { trouble: Trouble }) {
  const t = useTranslations("preflight");
  const words =
    "code" in failure
      ? t("troubleCode", { operation, code: failure.code, message: failure.message })
      : operation === OURS
        ? t("troubleOwn")
        : t("trouble", { operation });
  return <Line kind="unknown" words={words} />;
}

export const Line = ({ kind, words }: { kind: StatusKind; words: string }) => (
  <li className="pf-l">
    <Glyph kind={kind} />
    <span>{words}</span>
  </li>
);
