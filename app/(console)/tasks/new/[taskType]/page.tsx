import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OtherSpace } from "@/components/gallery/other-space";
import { GoTo } from "@/components/wizard/go-to";
import { Wizard } from "@/components/wizard/wizard";
import { FailureError } from "@/lib/failure";
import { Messages } from "@/lib/i18n/messages";
import { getTranslator } from "@/lib/i18n/server";
import { routes } from "@/lib/routes";
import { requirePageOperator } from "@/lib/server/auth/session";
import { getDraft } from "@/lib/server/drafts";
import { offered } from "@/lib/server/offered";
import { runtime } from "@/lib/server/runtime";
import { currentSpace, listSpaces } from "@/lib/server/spaces";
import { type CreatableType, isCreatable } from "@/lib/task-types/registry";
import type { DraftView } from "@/lib/tasks/draft";
import { chooseSpaceAction } from "../../../actions";
import { createDraftAction, saveDraftAction, submitDraftAction } from "../../actions";

type Props = PageProps<"/tasks/new/[taskType]">;

const actions = { createDraft: createDraftAction, saveDraft: saveDraftAction, submitDraft: submitDraftAction };

async function typeOf({ params }: Props): Promise<CreatableType> {
  const { taskType } = await params;
  return isCreatable(taskType) && (await offered()).includes(taskType) ? taskType : notFound();
}

/** The draft that the address names, also one that was sent meanwhile. */
async function openDraft(id: string, type: CreatableType): Promise<DraftView> {
  const draft = await getDraft(id).catch((error: unknown) => {
    if (error instanceof FailureError && error.failure.kind === "missing") return notFound();
    throw error;
  });
  if (draft.type !== type || draft.state === "cancelled") notFound();
  return draft;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const words = await getTranslator("words");
  return { title: words(`type.${await typeOf(props)}`) };
}

export default async function Page(props: Props) {
  await requirePageOperator("create-task");
  const type = await typeOf(props);
  const id = [(await props.searchParams).draft].flat()[0];
  const draft = id === undefined ? null : await openDraft(id, type);
  if (draft !== null && draft.state !== "draft") return <GoTo address={routes.task(draft.id)} />;
  const [current, spaces, { env }] = await Promise.all([currentSpace(), listSpaces(), runtime()]);
  const home = spaces.find((space) => space.id === draft?.spaceId);
  return (
    <Messages
      only={["wizard", "kinds", "targets", "rows", "gallery", "reuse", "devices", "choosing", "preflight", "model"]}
    >
      {home !== undefined && home.id !== current.id ? (
        <OtherSpace home={home} current={current.name} choose={chooseSpaceAction} />
      ) : (
        <Wizard
          key={draft?.id}
          type={type}
          draft={draft}
          spaceName={current.name}
          chineseNames={env.chineseTaskNames}
          fileRows={env.taskFileRows}
          actions={actions}
        />
      )}
    </Messages>
  );
}
