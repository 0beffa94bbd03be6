"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { type DeviceFilter, deviceFilterQuery, givenFilters } from "@/lib/fleet/device-filter";
import { routes } from "@/lib/routes";
import { CountWord } from "./count-word";
import { DeviceRows } from "./device-rows";
import { FilterForm } from "./filter-form";
import { useDeviceList } from "./use-device-list";

/** The devices of the resource space. What is looked for is in the address. */
export function DeviceList({ filter }: { filter: DeviceFilter }) {
  const words = useTranslations("devices");
  const router = useRouter();
  const [, startTransition] = useTransition();
  const found = useDeviceList(filter);
  const apply = (next: DeviceFilter) =>
    startTransition(() => router.push(routes.devices(deviceFilterQuery(next)), { scroll: false }));
  return (
    <>
      <header className="page-h mid">
        <h1 className="page-t">{words("title")}</h1>
        <p className="mut sm" role="status">
          <CountWord {...found} />
        </p>
      </header>
      <FilterForm filter={filter} onApply={apply} searches={found.searches} />
      <section className="panel clip gap-t" aria-label={words("title")}>
        <DeviceRows found={found} onClear={() => apply({})} isFiltered={givenFilters(filter).length > 0} />
      </section>
    </>
  );
}
