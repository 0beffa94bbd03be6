import type { Metadata } from "next";
import { ConnectionPage } from "@/components/connection/connection-page";
import { Messages } from "@/lib/i18n/messages";
import { getTranslator } from "@/lib/i18n/server";
import { requirePageOperator } from "@/lib/server/auth/session";
import { getConnection, lastTest } from "@/lib/server/connection";
import { testConnectionAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("connection"))("title") };
}

export default async function Page() {
  await requirePageOperator("look");
  const [facts, last] = await Promise.all([getConnection(), lastTest()]);
  return (
    <Messages only={["connection"]}>
      <ConnectionPage facts={facts} last={last} test={testConnectionAction} />
    </Messages>
  );
}
