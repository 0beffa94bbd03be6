"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDownAZ, ListOrdered, Search } from "lucide-react";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { storeTargets } from "@/components/targets/store-targets";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { SearchInput } from "@/components/ui/inputs";
import { Skeleton } from "@/components/ui/skeleton";
import { targetListQuery } from "@/lib/queries/device-list";
import type { TargetSetView } from "@/lib/tasks/draft";
import { shownIds, without } from "./chosen-list";

const ROW_PX = 32;
const STORE_TIMEOUT_MS = 60_000;

type Props = { draftId: string; targetSet: TargetSetView; onStored: (set: TargetSetView) => void };

/** The frozen list itself: every device that the task would reach, to look through, sort and take devices out of. */
export function FrozenList({ draftId, targetSet, onStored }: Props) {
  const t = useTranslations("wizard.frozen");
  const queries = useQueryClient();
  const list = useQuery(targetListQuery(draftId, targetSet.id));
  const [filter, setFilter] = useState("");
  const [sorted, setSorted] = useState(false);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const wanted = useDeferredValue(filter);
  const ids = useMemo(() => shownIds(list.data ?? [], { filter: wanted, sorted }), [list.data, wanted, sorted]);

  const mark = (id: string, on: boolean) => {
    const next = new Set(marked);
    if (on) next.add(id);
    else next.delete(id);
    setMarked(next);
  };
  const remove = async () => {
    const left = without(list.data ?? [], marked);
    setState("busy");
    const bytes = new TextEncoder().encode(left.join("\n"));
    const to = { draftId, source: targetSet.source, ids: bytes };
    const stored = await storeTargets(fetch, to, AbortSignal.timeout(STORE_TIMEOUT_MS));
    setState(stored.ok ? "idle" : "failed");
    if (!stored.ok) return;
    queries.setQueryData(targetListQuery(draftId, stored.set.id).queryKey, left);
    setMarked(new Set());
    onStored(stored.set);
  };
  if (list.data === undefined)
    return list.isError ? (
      <p className="foot" role="alert">
        {t("failed")}{" "}
        <Button size="sm" onClick={() => void list.refetch()}>
          {t("again")}
        </Button>
      </p>
    ) : (
      <Skeleton rows={4} label={t("loading")} />
    );
  return (
    <section aria-label={t("title")}>
      <div className="choose-h">
        <SearchInput
          label={t("filter")}
          placeholder={t("filter")}
          icon={<Search className="ic" size={16} />}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Button
          variant="quiet"
          size="sm"
          icon={sorted ? <ListOrdered className="ic" size={15} /> : <ArrowDownAZ className="ic" size={15} />}
          onClick={() => setSorted(!sorted)}
        >
          {t(sorted ? "asGiven" : "byId")}
        </Button>
      </div>
      <Rows ids={ids} marked={marked} onMark={mark} />
      <div className="foot flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span role="status">{t("count", { shown: ids.length, all: list.data.length })}</span>
        {state === "failed" && <span role="alert">{t("notStored")}</span>}
        {marked.size > 0 && (
          <Button
            size="sm"
            busy={state === "busy"}
            blocked={marked.size === list.data.length ? t("notAll") : null}
            onClick={() => void remove()}
          >
            {t("remove", { count: marked.size })}
          </Button>
        )}
      </div>
    </section>
  );
}

type RowsProps = { ids: readonly string[]; marked: ReadonlySet<string>; onMark: (id: string, on: boolean) => void };

function Rows({ ids, marked, onMark }: RowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  return (
    <div ref={box} className="frozen">
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const id = ids[index] ?? "";
          return (
            <li key={id} style={{ transform: `translateY(${start}px)` }}>
              <Checkbox checked={marked.has(id)} onChange={(event) => onMark(id, event.target.checked)}>
                <span className="mono">{id}</span>
              </Checkbox>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
