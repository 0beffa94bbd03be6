import type { Metadata } from "next";
import { AddPackage } from "@/components/fleet/add-package";
import { PACKAGE_TYPES } from "@/lib/fleet/fleet";
import { Messages } from "@/lib/i18n/messages";
import { getTranslator } from "@/lib/i18n/server";
import { requirePageOperator } from "@/lib/server/auth/session";
import { ownRegion } from "@/lib/server/packages";
import { addPackageAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslator("packages");
  return { title: words("form.title") };
}

export default async function Page({ searchParams }: PageProps<"/packages/new">) {
  await requirePageOperator("manage-packages");
  const words = await getTranslator("packages");
  const asked = [(await searchParams).type].flat()[0];
  const type = PACKAGE_TYPES.find((one) => one === asked) ?? PACKAGE_TYPES[0];
  return (
    <>
      <header className="page-h">
        <h1 className="page-t">{words("form.title")}</h1>
      </header>
      <Messages only={["packages"]}>
        <AddPackage type={type} region={await ownRegion()} add={addPackageAction} />
      </Messages>
    </>
  );
}
