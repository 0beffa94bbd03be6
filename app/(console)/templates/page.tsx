import type { Metadata } from "next";
import { TemplatesPage } from "@/components/templates/templates-page";
import { Messages } from "@/lib/i18n/messages";
import { getTranslator } from "@/lib/i18n/server";
import { requirePageOperator } from "@/lib/server/auth/session";
import { offered } from "@/lib/server/offered";
import { listTemplates } from "@/lib/server/templates";
import { deleteTemplateAction, fromTemplateAction, renameTemplateAction } from "./actions";

const actions = { use: fromTemplateAction, rename: renameTemplateAction, remove: deleteTemplateAction };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("templates"))("title") };
}

export default async function Page() {
  await requirePageOperator("create-task");
  const [templates, types] = await Promise.all([listTemplates(), offered()]);
  return (
    <Messages only={["templates", "reuse"]}>
      <TemplatesPage templates={templates} offered={types} actions={actions} />
    </Messages>
  );
}
