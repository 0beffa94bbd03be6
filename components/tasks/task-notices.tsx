import { useState } from "react";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Issues } from "@/components/failure/issues";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import type { Failure, Result } from "@/lib/failure";
import type { TaskView } from "@/lib/tasks/view";

import { HeldNotice } from "./held/held-notice";
import type { Hold } from "./held/hold";

export type SettleRequest = { taskId: string; decision: "send-again" | "discard" };
export type Settle = (request: SettleRequest) => Promise<Result<null>>;

type Props = { task: TaskView; settle: Settle; hold: Hold; mayAct: boolean };

/** What one has to know about a task before its figures: not known if created, refused, old figures, odd words. */
export function TaskNotices({ task, settle, hold, mayAct }: Props) {
  const words = useTranslations("tasks.notice");
  return (
    <div className="notices">
      <HeldNotice task={task} hold={hold} mayAct={mayAct} />
      {task.submission === "uncertain" && <Uncertain task={task} settle={settle} mayAct={mayAct} />}
      {task.submission === "sending" && (
        <Notice boxed tone="run" glyph="running" title={words("sending")}>
          <p>{words("sendingText")}</p>
        </Notice>
      )}
      {task.failure !== null && task.submission === "refused" && (
        <>
          <Notice boxed tone="fail" glyph="failed" title={words("refused")}>
            <p>{words("refusedText")}</p>
          </Notice>
          <FailureNotice failure={task.failure} />
        </>
      )}
      {task.failure !== null && (task.submission === "sending" || task.submission === "missed") && (
        <NotYet failure={task.failure} />
      )}
      {task.link.failure !== null && task.platformId !== null && (
        <Notice boxed tone="attn" glyph="unknown" title={words("old")}>
          {task.readAt !== null && <p>{words.rich("oldText", { at: () => <LocalTime at={task.readAt ?? ""} /> })}</p>}
        </Notice>
      )}
      {task.status !== null && task.status.known === null && (
        <Notice boxed tone="attn" glyph="unknown" title={words("unknownStatus", { word: task.status.raw })}>
          <p>{words("unknownStatusText")}</p>
        </Notice>
      )}
    </div>
  );
}

/** Why it could not be sent so far. What we found ourselves is no answer that somebody has to change. */
function NotYet({ failure }: { failure: Failure }) {
  const words = useTranslations("tasks.notice");
  if (failure.kind !== "invalid") return <FailureNotice failure={failure} />;
  return (
    <Notice boxed tone="attn" glyph="waiting" title={words("notYet")}>
      <Issues issues={failure.issues} />
    </Notice>
  );
}

function Uncertain({ task, settle, mayAct }: Omit<Props, "hold">) {
  const words = useTranslations("tasks.notice");
  const [asked, setAsked] = useState<SettleRequest["decision"] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const looking = task.settling?.givenUpAt === null;
  const decide = async (decision: SettleRequest["decision"]) => {
    setAsked(decision);
    const result = await settle({ taskId: task.id, decision });
    setFailure(result.ok ? null : result.failure);
    setAsked(null);
  };
  const name = task.platformName ?? "";
  if (looking)
    return (
      <Notice boxed tone="run" glyph="unknown" title={words("looking")}>
        <p>{words.rich("lookingText", { name: () => <span className="mono">{name}</span> })}</p>
      </Notice>
    );
  return (
    <>
      <Notice
        boxed
        tone="attn"
        glyph="unknown"
        title={words("uncertain")}
        actions={
          mayAct && (
            <>
              <Button busy={asked === "discard"} onClick={() => decide("discard")}>
                {words("discard")}
              </Button>
              <Button variant="primary" busy={asked === "send-again"} onClick={() => decide("send-again")}>
                {words("sendAgain")}
              </Button>
            </>
          )
        }
      >
        <p>
          {words.rich("uncertainText", {
            name: () => <span className="mono">{name}</span>,
            looks: task.settling?.looks ?? 0,
          })}
        </p>
      </Notice>
      {failure !== null && <FailureNotice failure={failure} />}
    </>
  );
}
