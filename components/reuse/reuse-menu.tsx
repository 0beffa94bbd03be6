"use client";
import { ChevronDown, Copy, CopyPlus, ListPlus, Undo2 } from "lucide-react";
import dynamic from "next/dynamic";
import { type MouseEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Popover } from "@/components/ui/popover";
import type { Reuse } from "@/lib/tasks/origin";
import { type ReuseBlock, reuseBlocks } from "@/lib/tasks/reusing";
import type { TaskView } from "@/lib/tasks/view";
import { useReusing } from "./reuse-provider";
import { usePrepare } from "./use-prepare";

const FollowUpDialog = dynamic(() => import("./follow-up-dialog").then((module) => module.FollowUpDialog), {
  ssr: false,
});
const TemplateDialog = dynamic(() => import("./template-dialog").then((module) => module.TemplateDialog), {
  ssr: false,
});
const NoDraftDialog = dynamic(() => import("./no-draft-dialog").then((module) => module.NoDraftDialog), { ssr: false });

const ICONS: { readonly [R in Reuse]: ReactNode } = {
  clone: <Copy className="ic" size={16} aria-hidden="true" />,
  template: <CopyPlus className="ic" size={16} aria-hidden="true" />,
  "follow-up": <ListPlus className="ic" size={16} aria-hidden="true" />,
  undo: <Undo2 className="ic" size={16} aria-hidden="true" />,
};

/** What can be made of a task. Each makes a draft, or a template, and sends nothing; what is not possible says why. */
export function ReuseMenu({ task }: { task: TaskView }) {
  const words = useTranslations("reuse");
  const reusing = useReusing();
  const [asking, setAsking] = useState<"template" | "follow-up" | null>(null);
  const { busy, failure, prepare, forget } = usePrepare();
  if (reusing === null) return null;
  const { actions, facts } = reusing;
  const blocks = reuseBlocks(task, facts);
  const run: { readonly [R in Reuse]: () => void } = {
    clone: () => void prepare(() => actions.clone({ taskId: task.id })),
    template: () => setAsking("template"),
    "follow-up": () => setAsking("follow-up"),
    undo: () => void prepare(() => actions.undo({ taskId: task.id })),
  };
  const item = (reuse: Reuse, hint: string) => (
    <Item name={words(`item.${reuse}`)} hint={hint} icon={ICONS[reuse]} block={blocks[reuse]} onPress={run[reuse]} />
  );
  return (
    <>
      <Popover
        triggerClass="btn btn-sec"
        title={words("menuTitle")}
        trigger={
          <>
            <span>{words(busy ? "preparing" : "menu")}</span>
            <ChevronDown size={14} aria-hidden="true" />
          </>
        }
      >
        {item("clone", words("hint.clone"))}
        {item("follow-up", words("hint.follow-up"))}
        {item("template", words("hint.template"))}
        <hr />
        {item("undo", words(`undoHint.${facts.undoBy}`))}
      </Popover>
      {asking === "follow-up" && <FollowUpDialog task={task} deviceIds={null} onClose={() => setAsking(null)} />}
      {asking === "template" && <TemplateDialog task={task} onClose={() => setAsking(null)} />}
      {failure !== null && <NoDraftDialog failure={failure} onClose={forget} />}
    </>
  );
}

type ItemProps = { name: string; hint: string; icon: ReactNode; block: ReuseBlock | null; onPress: () => void };

function Item({ name, hint, icon, block, onPress }: ItemProps) {
  const words = useTranslations("reuse");
  const press = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    if (block !== null) return;
    currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
    onPress();
  };
  return (
    <button type="button" aria-disabled={block === null ? undefined : true} onClick={press}>
      {icon}
      <span>
        {name}
        <small>{block === null ? hint : words(`blocked.${block}`)}</small>
      </span>
    </button>
  );
}
