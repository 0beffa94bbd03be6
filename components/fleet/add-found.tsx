import { Plus } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RetryNotice } from "@/components/wizard/retry-notice";
import type { DeviceFilter } from "@/lib/fleet/device-filter";
import { useFormat } from "@/lib/i18n/client";
import { MAX_TARGETS } from "@/lib/tasks/targets";
import { useCollect } from "./use-collect";
import type { useDeviceList } from "./use-device-list";

type Props = {
  filter: DeviceFilter;
  found: Pick<ReturnType<typeof useDeviceList>, "rows" | "count" | "isWhole" | "isEstimate">;
  picked: ReadonlySet<string>;
  busy: boolean;
  onAdd: (ids: readonly string[]) => void;
};

/**
 * Adds those that were picked, or reads and adds all that match; how far the reading is shows, and it can be stopped.
 * The button for all stands first, so that it never moves under the second click of a double one.
 */
export function AddFound({ filter, found, picked, busy, onAdd }: Props) {
  const words = useTranslations("choosing.add");
  const format = useFormat();
  const { collecting, start, stop } = useCollect(onAdd);
  const most = format.number(MAX_TARGETS);
  const isMany = found.count !== null && found.count > MAX_TARGETS;
  const addAll = () => (found.isWhole ? onAdd(found.rows.map(({ id }) => id)) : void start(filter));
  return (
    <div className="add-found">
      {collecting.state === "failed" && <RetryNotice failure={collecting.failure} onRetry={() => void start(filter)} />}
      {(isMany || collecting.state === "many") && (
        <Notice tone="attn" glyph="partly" title={words("many", { most })} boxed>
          <p>{words("manyBody")}</p>
        </Notice>
      )}
      {collecting.state === "reading" ? (
        <div className="acts">
          <progress
            max={found.count ?? undefined}
            value={found.count === null ? undefined : collecting.count}
            aria-label={words("reading")}
          />
          <span className="sm" role="status">
            {found.count === null
              ? words("read", { read: format.number(collecting.count) })
              : words("readOf", { read: format.number(collecting.count), count: format.number(found.count) })}
          </span>
          <Button size="sm" onClick={stop}>
            {words("stop")}
          </Button>
        </div>
      ) : (
        <div className="acts">
          {!isMany && (
            <Button variant={picked.size > 0 ? "secondary" : "primary"} icon={ICON} busy={busy} onClick={addAll}>
              {found.count === null
                ? words("all")
                : words(found.isEstimate ? "these" : "theseExactly", {
                    count: found.count,
                    number: format.number(found.count),
                  })}
            </Button>
          )}
          {picked.size > 0 && (
            <Button variant="primary" icon={ICON} busy={busy} onClick={() => onAdd([...picked])}>
              {words("picked", { count: picked.size })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

const ICON = <Plus className="ic" size={16} aria-hidden="true" />;
