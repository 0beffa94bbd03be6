import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PackagePage } from "@/components/fleet/package-page";
import { may } from "@/lib/access/permissions";
import { Messages } from "@/lib/i18n/messages";
import { getTranslator } from "@/lib/i18n/server";
import { requirePageOperator } from "@/lib/server/auth/session";
import { removePackageAction } from "../actions";

/** IoTDA reference: package_id. */
const PACKAGE_ID = /^[A-Za-z0-9-]{1,36}$/;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslator("packages");
  return { title: words("title") };
}

export default async function Page({ params }: PageProps<"/packages/[packageId]">) {
  const operator = await requirePageOperator("look");
  const { packageId } = await params;
  if (!PACKAGE_ID.test(packageId)) notFound();
  return (
    <Messages only={["packages"]}>
      <PackagePage packageId={packageId} remove={may(operator.role, "manage-packages") ? removePackageAction : null} />
    </Messages>
  );
}
