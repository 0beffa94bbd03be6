import { clsx } from "clsx";
import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import { useFormat } from "@/lib/i18n/client";
import { finished } from "@/lib/tasks/progress";
import type { LinkView, TaskRow } from "@/lib/tasks/view";

/** The places of a resource space: one cell each, filled by its task's progress, amber while it waits for a person. */
export function PlacesPanel({ running, link }: { running: readonly TaskRow[]; link: LinkView }) {
  const words = useTranslations("overview.places");
  const format = useFormat();
  const { running: used, capacity } = link;
  const cells = Array.from({ length: capacity }, (_, place) =>
    used !== null && place < used ? running[place] : undefined,
  );
  return (
    <Panel
      title={words("title")}
      end={used !== null && <b className="ink">{words("of", { used: format.number(used), capacity })}</b>}
    >
      <div className="panel-b">
        <div
          className="slots"
          role="img"
          aria-label={used === null ? words("unknown") : words("label", { used, capacity })}
        >
          {cells.map((task, place) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: places have no identity
              key={place}
              className={clsx("slot", used !== null && place < used && (waits(task) ? "a" : "u"))}
            >
              {task !== undefined && <i style={{ height: `${share(task)}%` }} />}
            </div>
          ))}
        </div>
        <p className="sm ink2 mt-s">
          {used === null ? words("unknown") : words("room", { free: Math.max(0, capacity - used) })}
        </p>
      </div>
    </Panel>
  );
}

const waits = (task: TaskRow | undefined): boolean => task?.needsAttention === "waits-for-confirm";

function share({ progress }: TaskRow): number {
  if (progress.total === null || progress.total === 0) return 0;
  return Math.min(100, Math.round((finished(progress) / progress.total) * 100));
}
