import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Countdown, LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import type { TaskView } from "@/lib/tasks/view";
import { HOLD_VERBS, type Hold, type HoldVerb } from "./hold";

const HeldDialog = dynamic(() => import("./held-dialog").then((module) => module.HeldDialog), { ssr: false });
const MoveDialog = dynamic(() => import("./move-dialog").then((module) => module.MoveDialog), { ssr: false });

type Props = { task: TaskView; hold: Hold; mayAct: boolean };

/** A start that the console keeps, with the time left, or one that was missed and waits for a person. */
export function HeldNotice({ task, hold, mayAct }: Props) {
  const words = useTranslations("acting.held");
  const [asking, setAsking] = useState<HoldVerb | null>(null);
  const { holdUntil } = task;
  if (holdUntil === null) return null;
  const missed = task.submission === "missed";
  const close = () => setAsking(null);
  const at = () => <LocalTime at={holdUntil} />;
  const left = () => <Countdown to={holdUntil} />;
  return (
    <>
      <Notice
        boxed
        tone={missed ? "attn" : "info"}
        glyph={missed ? "gate" : "scheduled"}
        title={missed ? words("missed") : words.rich("title", { at })}
        actions={
          mayAct &&
          HOLD_VERBS.map((verb) => (
            <Button
              key={verb}
              variant={verb === "cancel" ? "danger" : missed && verb === "start" ? "primary" : "secondary"}
              onClick={() => setAsking(verb)}
            >
              {words(`ask.${verb}`)}
            </Button>
          ))
        }
      >
        <p>{missed ? words.rich("missedText", { at, left }) : words.rich("text", { left })}</p>
        {!missed && task.targetSummary?.by === "rows" && <p>{words("rows")}</p>}
        {task.part !== null && <p>{words("family", { of: task.part.of })}</p>}
      </Notice>
      {(asking === "cancel" || asking === "start") && (
        <HeldDialog task={task} verb={asking} act={hold[asking]} onClose={close} />
      )}
      {asking === "move" && <MoveDialog task={task} holdUntil={holdUntil} move={hold.move} onClose={close} />}
    </>
  );
}
