"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import { type DeviceFilter, givenFilters } from "@/lib/fleet/device-filter";
import { AddFound } from "./add-found";
import { CountWord } from "./count-word";
import { DeviceRows } from "./device-rows";
import { FilterForm } from "./filter-form";
import { useFilterWords } from "./filter-words";
import { useDeviceList } from "./use-device-list";

type Props = {
  /** The ids, each once, at most 30,000, and how they were found, in words. */
  onIds: (ids: readonly string[], words: string) => void;
  /** What is looked for first, such as the product of the chosen package. */
  start?: DeviceFilter | undefined;
  /** True while what was handed on is being taken in. */
  busy: boolean;
};

const NOBODY: ReadonlySet<string> = new Set();

/** Looks for devices by what they are and hands on those that were picked, or all that match. */
export function DeviceSearch({ onIds, start = {}, busy }: Props) {
  const words = useTranslations("choosing");
  const [filter, setFilter] = useState<DeviceFilter>(start);
  const [picked, setPicked] = useState(NOBODY);
  const found = useDeviceList(filter);
  const wordsOf = useFilterWords();
  const apply = (next: DeviceFilter) => {
    setFilter(next);
    setPicked(NOBODY);
  };
  const pick = (ids: readonly string[], on: boolean) =>
    setPicked((before) => {
      const next = new Set(before);
      for (const id of ids) on ? next.add(id) : next.delete(id);
      return next;
    });
  const add = (ids: readonly string[], how: string) => {
    onIds(ids, how);
    setPicked(NOBODY);
  };
  return (
    <div className="stack">
      <FilterForm filter={filter} onApply={apply} searches={found.searches} />
      <Panel title={words("found")} count={<CountWord {...found} />} className="clip">
        <DeviceRows
          found={found}
          onClear={() => apply({})}
          isFiltered={givenFilters(filter).length > 0}
          picking={{ picked, onPick: pick }}
        />
        {found.rows.length > 0 && (
          <AddFound
            key={JSON.stringify(filter)}
            filter={filter}
            found={found}
            picked={picked}
            busy={busy}
            onAdd={(ids) => add(ids, wordsOf(filter))}
          />
        )}
      </Panel>
    </div>
  );
}
