import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DevicePage } from "@/components/fleet/device-page";
import { Messages } from "@/lib/i18n/messages";
import { requirePageOperator } from "@/lib/server/auth/session";
import { DEVICE_ID } from "@/lib/tasks/targets";

type Props = PageProps<"/devices/[deviceId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).deviceId };
}

export default async function Page({ params }: Props) {
  await requirePageOperator("look");
  const { deviceId } = await params;
  if (!DEVICE_ID.test(deviceId)) notFound();
  return (
    <Messages only={["devices", "choosing"]}>
      <DevicePage deviceId={deviceId} />
    </Messages>
  );
}
