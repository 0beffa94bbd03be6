import Link from "next/link";
import { useTranslations } from "use-intl";
import { LocalTime } from "@/components/ui/local-time";
import { Panel } from "@/components/ui/panel";
import { deviceFilterQuery } from "@/lib/fleet/device-filter";
import type { DeviceDetail } from "@/lib/fleet/fleet";
import { routes } from "@/lib/routes";
import { Fact } from "./fact";

/** What a device is, as it was registered and as it reported. */
export function DeviceFacts({ device }: { device: DeviceDetail }) {
  const words = useTranslations("devices.facts");
  const time = (at: string | null) => (at === null ? null : <LocalTime at={at} />);
  const untold = <span className="mut">{words("untold")}</span>;
  return (
    <Panel title={words("title")}>
      <dl className="facts">
        <Fact name={words("statusSince")}>{time(device.statusSince)}</Fact>
        <Fact name={words("product")}>
          <Link href={routes.devices(deviceFilterQuery({ product: device.productId }))}>
            {device.productName === "" ? device.productId : device.productName}
          </Link>
        </Fact>
        <Fact name={words("firmware")}>{device.firmware ?? untold}</Fact>
        <Fact name={words("software")}>{device.software ?? untold}</Fact>
        <Fact name={words("modules")}>
          {device.modules.map(({ name, version }) => `${name} ${version}`).join(", ")}
        </Fact>
        <Fact name={words("gateway")}>
          {device.gatewayId === null ? (
            words(device.isChild ? "gatewayUntold" : "direct")
          ) : (
            <Link className="mono" href={routes.device(device.gatewayId)}>
              {device.gatewayId}
            </Link>
          )}
        </Fact>
        <Fact name={words("id")}>
          <span className="mono">{device.id}</span>
        </Fact>
        <Fact name={words("node")}>
          <span className="mono">{device.nodeId}</span>
        </Fact>
        <Fact name={words("description")}>{device.description}</Fact>
        <Fact name={words("tags")}>{device.tags.map(({ key, value }) => `${key}: ${value}`).join(", ")}</Fact>
        <Fact name={words("created")}>{time(device.createdAt)}</Fact>
        <Fact name={words("activated")}>{time(device.activatedAt) ?? words("never")}</Fact>
        <Fact name={words("auth")}>
          {device.authType === "SECRET"
            ? words("bySecret")
            : device.authType === "CERTIFICATES"
              ? words("byCertificate")
              : device.authType}
        </Fact>
        <Fact name={words("secure")}>
          {device.secureAccess === null ? null : words(`secures.${device.secureAccess}`)}
        </Fact>
        <Fact name={words("sdk")}>{device.sdkVersion}</Fact>
      </dl>
    </Panel>
  );
}
