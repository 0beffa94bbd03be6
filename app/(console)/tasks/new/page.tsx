import type { Metadata } from "next";
import { DraftList } from "@/components/gallery/draft-list";
import { Gallery } from "@/components/gallery/gallery";
import { TemplateLines } from "@/components/templates/template-lines";
import { Messages } from "@/lib/i18n/messages";
import { getTranslator } from "@/lib/i18n/server";
import { requirePageOperator } from "@/lib/server/auth/session";
import { listDrafts } from "@/lib/server/intake/drafting";
import { offered } from "@/lib/server/offered";
import { runtime } from "@/lib/server/runtime";
import { currentSpace } from "@/lib/server/spaces";
import { listTemplates } from "@/lib/server/templates";
import { fromTemplateAction } from "../../templates/actions";
import { discardDraftAction } from "../actions";

const SHOWN_DRAFTS = 8;
const SHOWN_TEMPLATES = 5;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslator("gallery");
  return { title: words("title") };
}

export default async function Page() {
  await requirePageOperator("create-task");
  const [{ database }, space] = await Promise.all([runtime(), currentSpace()]);
  const [drafts, templates, types] = await Promise.all([
    listDrafts(database, space.id, SHOWN_DRAFTS),
    listTemplates(SHOWN_TEMPLATES),
    offered(),
  ]);
  return (
    <Messages only={["gallery", "kinds", "templates", "reuse"]}>
      <Gallery offered={types}>
        {drafts.length + templates.length > 0 && (
          <DraftList drafts={drafts} discard={discardDraftAction}>
            {templates.length > 0 && <TemplateLines templates={templates} offered={types} use={fromTemplateAction} />}
          </DraftList>
        )}
      </Gallery>
    </Messages>
  );
}
