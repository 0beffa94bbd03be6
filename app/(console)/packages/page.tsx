import type { Metadata } from "next";
import { PackageList } from "@/components/fleet/package-list";
import { may } from "@/lib/access/permissions";
import { PACKAGE_TYPES } from "@/lib/fleet/fleet";
import { Messages } from "@/lib/i18n/messages";
import { getTranslator } from "@/lib/i18n/server";
import { requirePageOperator } from "@/lib/server/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslator("packages");
  return { title: words("title") };
}

export default async function Page({ searchParams }: PageProps<"/packages">) {
  const operator = await requirePageOperator("look");
  const asked = [(await searchParams).type].flat()[0];
  const type = PACKAGE_TYPES.find((one) => one === asked) ?? PACKAGE_TYPES[0];
  return (
    <Messages only={["packages"]}>
      <PackageList type={type} mayKeep={may(operator.role, "manage-packages")} />
    </Messages>
  );
}
