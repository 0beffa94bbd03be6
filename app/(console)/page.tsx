import type { Metadata } from "next";
import { Overview } from "@/components/overview/overview";
import { may } from "@/lib/access/permissions";
import { Messages } from "@/lib/i18n/messages";
import { getTranslator } from "@/lib/i18n/server";
import { requirePageOperator } from "@/lib/server/auth/session";
import { getOverview } from "@/lib/server/overview";
import { currentSpace } from "@/lib/server/spaces";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("overview"))("title") };
}

export default async function OverviewPage() {
  const operator = await requirePageOperator("look");
  const { id } = await currentSpace();
  return (
    <Messages only={["overview"]}>
      <Overview key={id} spaceId={id} initial={await getOverview(id)} mayCreate={may(operator.role, "create-task")} />
    </Messages>
  );
}
