import { useTranslations } from "use-intl";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { RetryNotice } from "@/components/wizard/retry-notice";
import { deviceFilterQuery } from "@/lib/fleet/device-filter";
import { routes } from "@/lib/routes";
import { CountWord } from "./count-word";
import { DeviceTable } from "./device-table";
import { useDeviceList } from "./use-device-list";

const SHOWN = 10;

/** The devices that are connected through this one. */
export function ChildrenPanel({ gatewayId }: { gatewayId: string }) {
  const words = useTranslations("devices.children");
  const filter = { gateway: gatewayId };
  const found = useDeviceList(filter);
  if (found.failure !== null) return <RetryNotice failure={found.failure} onRetry={() => void found.list.refetch()} />;
  return (
    <Panel title={words("title")} count={found.list.isPending ? undefined : <CountWord {...found} />} className="clip">
      {found.list.isPending && <Skeleton rows={2} label={words("loading")} />}
      {found.list.isSuccess && found.rows.length === 0 && <p className="panel-b mut sm">{words("none")}</p>}
      {found.rows.length > 0 && (
        <div className="tbl-w">
          <DeviceTable rows={found.rows.slice(0, SHOWN)} />
        </div>
      )}
      {(found.rows.length > SHOWN || !found.isWhole) && found.rows.length > 0 && (
        <div className="foot">
          <ButtonLink size="sm" href={routes.devices(deviceFilterQuery(filter))}>
            {words("all")}
          </ButtonLink>
        </div>
      )}
    </Panel>
  );
}
