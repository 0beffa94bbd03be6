import { useTranslations } from "use-intl";
import { Glyph, type StatusKind } from "@/components/ui/glyph";
import { useFormat } from "@/lib/i18n/client";
import type { Plan } from "@/lib/tasks/act-plan";
import type { ProgressPart } from "@/lib/tasks/progress";

const KINDS: { readonly [P in ProgressPart]: StatusKind } = {
  succeeded: "done",
  processing: "running",
  awaitingRetry: "retrying",
  failed: "failed",
  stopped: "stopped",
  removed: "removed",
  waiting: "waiting",
};

/** What an action means for the devices in each counter, one line each; unknown numbers are called unknown. */
export function Fates({ plan }: { plan: Plan }) {
  const words = useTranslations("acting");
  const format = useFormat();
  if (plan.fates.length === 0) return null;
  return (
    <ul className="fates">
      {plan.fates.map(({ part, word, count }) => (
        <li key={part} className="fate">
          <Glyph kind={KINDS[part]} />
          <b>{count === null ? words("unknownCount") : format.number(count)}</b>
          <span>{words(`fate.${word}`)}</span>
        </li>
      ))}
    </ul>
  );
}
