import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { RetryNotice } from "@/components/wizard/retry-notice";
import { DeviceTable } from "./device-table";
import type { useDeviceList } from "./use-device-list";

type Props = {
  found: ReturnType<typeof useDeviceList>;
  onClear: () => void;
  isFiltered: boolean;
  picking?: Parameters<typeof DeviceTable>[0]["picking"];
};

/** What was found, or why nothing is shown, with the way to more. */
export function DeviceRows({ found, onClear, isFiltered, picking }: Props) {
  const words = useTranslations("choosing");
  const { list, rows, failure, unavailable } = found;
  if (failure !== null && rows.length === 0)
    return <RetryNotice failure={failure} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton rows={6} label={words("loading")} />;
  const clear = isFiltered ? <Button onClick={onClear}>{words("filter.clear")}</Button> : undefined;
  if (unavailable.length > 0)
    return (
      <Notice tone="info" glyph="removed" title={words("unavailable")} actions={clear} boxed>
        <p>{unavailable.map((name) => words(`filter.${name}`)).join(", ")}</p>
      </Notice>
    );
  if (rows.length === 0)
    return (
      <EmptyState title={words(isFiltered ? "nothingFound" : "noDevices")} actions={clear}>
        {words(isFiltered ? "nothingFoundBody" : "noDevicesBody")}
      </EmptyState>
    );
  return (
    <>
      <div className="tbl-w">
        <DeviceTable rows={rows} picking={picking} />
      </div>
      {failure !== null && <RetryNotice failure={failure} onRetry={() => void list.fetchNextPage()} />}
      <div className="foot row dev-foot">
        <span role="status">{words("rows", { shown: rows.length })}</span>
        {list.hasNextPage && (
          <Button size="sm" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {words("showMore")}
          </Button>
        )}
      </div>
    </>
  );
}
