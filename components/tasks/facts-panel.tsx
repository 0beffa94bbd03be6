import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { LocalTime } from "@/components/ui/local-time";
import { Panel } from "@/components/ui/panel";
import { useNow } from "@/lib/i18n/use-now";
import { formatJson } from "@/lib/product-model/format-json";
import type { Keeper } from "@/lib/tasks/schedule";
import type { TaskView } from "@/lib/tasks/view";

/** What was asked for, as it was sent. */
export function FactsPanel({ task }: { task: TaskView }) {
  const words = useTranslations("tasks.facts");
  const keeper = keeperOf(task, useNow());
  return (
    <Panel title={words("title")}>
      <dl className="facts">
        {task.packageLabel !== null && <Fact name={words("package")}>{task.packageLabel}</Fact>}
        {task.document !== null && (
          <Fact name={words("document")}>
            <pre className="fact-json">{formatJson(task.document)}</pre>
          </Fact>
        )}
        <Fact name={words("devices")}>
          <Targets task={task} />
        </Fact>
        <Fact name={words("starts")}>
          {task.startsAt === null ? words("atOnce") : <LocalTime at={task.startsAt} />}
        </Fact>
        {keeper !== null && <Fact name={words("keeper")}>{words(`kept.${keeper}`)}</Fact>}
        <Fact name={words("retries")}>
          {task.retry === null || task.retry.count === 0
            ? words("noRetries")
            : words("retriesOf", { count: task.retry.count, minutes: task.retry.everyMinutes })}
        </Fact>
        {task.needsConfirm && <Fact name={words("confirm")}>{words("confirmText")}</Fact>}
        {task.platformId !== null && (
          <Fact name={words("platformId")}>
            <span className="mono">{task.platformId}</span>
          </Fact>
        )}
        {task.statusText !== "" && <Fact name={words("platformSays")}>{task.statusText}</Fact>}
      </dl>
    </Panel>
  );
}

/** Who keeps a start that is still ahead. */
function keeperOf({ submission, startsAt, status }: TaskView, now: number): Keeper | null {
  if (submission === "held") return "console";
  const ahead = startsAt !== null && Date.parse(startsAt) > now;
  return ahead && (status?.known === "Waitting" || status?.known === "Initializing") ? "platform" : null;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Targets({ task }: { task: TaskView }) {
  const words = useTranslations("tasks.facts");
  const targets = task.targetSummary;
  if (targets === null) return words("targetsElsewhere");
  if (targets.by === "devices") return words("deviceList", { count: targets.count });
  if (targets.by === "rows") return words("rowList", { count: targets.count });
  return words("groups", { names: targets.names.join(", "), count: targets.names.length });
}
