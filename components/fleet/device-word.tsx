import { useTranslations } from "use-intl";
import { Status, type StatusKind } from "@/components/ui/glyph";
import { DEVICE_STATUSES } from "@/lib/fleet/device-filter";

type DeviceStatus = (typeof DEVICE_STATUSES)[number];

const KINDS: { readonly [S in DeviceStatus]: StatusKind } = {
  ONLINE: "done",
  OFFLINE: "waiting",
  ABNORMAL: "partly",
  INACTIVE: "scheduled",
  FROZEN: "stopped",
};

/** A device's status in words; one that we do not know is shown as it came, none as not known. */
export function DeviceWord({ status, pill }: { status: string; pill?: boolean }) {
  const words = useTranslations("choosing");
  const known = DEVICE_STATUSES.find((one) => one === status);
  if (known === undefined)
    return (
      <Status kind="unknown" pill={pill}>
        {status === "" ? words("statusUntold") : status}
      </Status>
    );
  return (
    <Status kind={KINDS[known]} title={status} pill={pill}>
      {words(`status.${known}`)}
    </Status>
  );
}
