import type { Metadata } from "next";
import { DeviceList } from "@/components/fleet/device-list";
import { parseDeviceFilter } from "@/lib/fleet/device-filter";
import { Messages } from "@/lib/i18n/messages";
import { getTranslator } from "@/lib/i18n/server";
import { requirePageOperator } from "@/lib/server/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslator("devices");
  return { title: words("title") };
}

export default async function Page({ searchParams }: PageProps<"/devices">) {
  await requirePageOperator("look");
  const asked = await searchParams;
  return (
    <Messages only={["devices", "choosing"]}>
      <DeviceList filter={parseDeviceFilter((name) => [asked[name]].flat()[0])} />
    </Messages>
  );
}
