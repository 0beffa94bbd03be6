"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { DataAge } from "@/components/ui/data-age";
import { Skeleton } from "@/components/ui/skeleton";
import { RetryNotice } from "@/components/wizard/retry-notice";
import { deviceQuery } from "@/lib/queries/devices";
import { failureOf } from "@/lib/queries/get-json";
import { routes } from "@/lib/routes";
import { ChildrenPanel } from "./children-panel";
import { DeviceFacts } from "./device-facts";
import { DeviceWord } from "./device-word";
import { ShadowPanel } from "./shadow-panel";

/** One device: how it stands, what it is, what it was told and what it tells. */
export function DevicePage({ deviceId }: { deviceId: string }) {
  const words = useTranslations("devices");
  const { data, error, refetch } = useQuery(deviceQuery(deviceId));
  const failure = failureOf(error);
  const device = data?.device;
  return (
    <>
      <header className="page-h task-h">
        <div>
          <nav className="crumb" aria-label={words("breadcrumb")}>
            <Link href={routes.devices()}>{words("title")}</Link>
            <ChevronRight size={14} aria-hidden="true" />
            <span className="mono">{deviceId}</span>
          </nav>
          <h1 className="task-t">
            {device === undefined || device.name === "" ? deviceId : device.name}{" "}
            {device !== undefined && <DeviceWord status={device.status} pill />}
          </h1>
          {data !== undefined && (
            <p className="task-s mut sm">
              <span>{words.rich("read", { age: () => <DataAge readAt={data.now} /> })}</span>
            </p>
          )}
        </div>
      </header>
      {failure !== null && <RetryNotice failure={failure} onRetry={() => void refetch()} />}
      {data === undefined && failure === null && (
        <section className="panel">
          <Skeleton rows={6} label={words("loading")} />
        </section>
      )}
      {data !== undefined && (
        <div className="cols">
          <div className="stack">
            <ShadowPanel shadow={data.shadow} />
            {!data.device.isChild && <ChildrenPanel gatewayId={data.device.id} />}
          </div>
          <div className="stack">
            <DeviceFacts device={data.device} />
          </div>
        </div>
      )}
    </>
  );
}
