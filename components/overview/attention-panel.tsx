import Link from "next/link";
import { useTranslations } from "use-intl";
import { ButtonLink } from "@/components/ui/button";
import { Glyph, type StatusKind } from "@/components/ui/glyph";
import { Panel } from "@/components/ui/panel";
import { useFormat } from "@/lib/i18n/client";
import { routes } from "@/lib/routes";
import type { AttentionReason, TaskRow } from "@/lib/tasks/view";
import { TaskLink } from "./task-link";

const GLYPHS: { readonly [R in AttentionReason]: StatusKind } = {
  uncertain: "unknown",
  "missed-start": "gate",
  refused: "failed",
  failed: "failed",
  "partly-failed": "partly",
  "waits-for-confirm": "gate",
};

/** What a person has to look at, the most urgent first, each with its one next step. */
export function AttentionPanel({ rows, count }: { rows: readonly TaskRow[]; count: number }) {
  const words = useTranslations("overview.attention");
  const end =
    count > rows.length ? (
      <Link className="lnk" href={`${routes.tasks()}?tab=attention`}>
        {words("all", { count })}
      </Link>
    ) : (
      words("order")
    );
  return (
    <Panel title={words("title")} count={count} end={end}>
      <ul>
        {rows.map(
          (task) => task.needsAttention !== null && <Row key={task.id} task={task} reason={task.needsAttention} />,
        )}
      </ul>
    </Panel>
  );
}

function Row({ task, reason }: { task: TaskRow; reason: AttentionReason }) {
  const { what, action } = useReason(task, reason);
  return (
    <li className="att">
      <Glyph kind={GLYPHS[reason]} size={18} />
      <TaskLink task={task} />
      <p>{what}</p>
      <div className="acts">
        <ButtonLink size="sm" href={routes.task(task.id)}>
          {action}
        </ButtonLink>
      </div>
    </li>
  );
}

function useReason({ progress }: TaskRow, reason: AttentionReason): { what: string; action: string } {
  const words = useTranslations("overview.attention");
  const { number } = useFormat();
  switch (reason) {
    case "uncertain":
      return { what: words("uncertain"), action: words("uncertainDo") };
    case "missed-start":
      return { what: words("missed"), action: words("missedDo") };
    case "refused":
      return { what: words("refused"), action: words("refusedDo") };
    case "failed":
    case "partly-failed":
      return { what: failures(), action: words("failedDo") };
    case "waits-for-confirm":
      return { what: words("confirm", { waiting: progress.waiting ?? 0 }), action: words("confirmDo") };
  }

  function failures(): string {
    const { total, failed, succeeded } = progress;
    if (total === null || failed === null || succeeded === null) return words("failedPlain");
    const numbers = { done: number(succeeded), failed: number(failed), total: number(total) };
    return succeeded === 0 ? words("failed", numbers) : words("failedSome", numbers);
  }
}
