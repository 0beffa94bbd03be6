import type { Metadata } from "next";
import { DraftList } from "@/components/gallery/draft-list";
import { Gallery } from "@/components/gallery/gallery";
import { Messages } from "@/lib/i18n/messages";
import { getTranslator } from "@/lib/i18n/server";
import { requirePageOperator } from "@/lib/server/auth/session";
import { listDrafts } from "@/lib/server/intake/drafting";
import { offered } from "@/lib/server/offered";
import { runtime } from "@/lib/server/runtime";
import { currentSpace } from "@/lib/server/spaces";
import { discardDraftAction } from "../actions";

const SHOWN_DRAFTS = 8;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslator("gallery");
  return { title: words("title") };
}

export default async function Page() {
  await requirePageOperator("create-task");
  const [{ database }, space] = await Promise.all([runtime(), currentSpace()]);
  const drafts = await listDrafts(database, space.id, SHOWN_DRAFTS);
  return (
    <Messages only={["gallery", "kinds"]}>
      <Gallery offered={await offered()}>
        {drafts.length > 0 && <DraftList drafts={drafts} discard={discardDraftAction} />}
      </Gallery>
    </Messages>
  );
}
