"use client";
import { useTranslations } from "use-intl";
import { Status } from "@/components/ui/glyph";
import { useNow } from "@/lib/i18n/use-now";
import type { Reported, SubTaskStatus } from "@/lib/tasks/status";
import type { TaskRow } from "@/lib/tasks/view";
import { type ShownState, subTaskState, taskState } from "./task-state";

/** The state of a task: shape, word, colour, and the platform's own word on hover. */
export function TaskStateMark({ task, pill }: { task: TaskRow; pill?: boolean | undefined }) {
  return <StateMark state={taskState(task, useNow())} pill={pill} />;
}

/** The state of one device within a task. */
export function SubTaskStateMark({ status }: { status: Reported<SubTaskStatus> }) {
  return <StateMark state={subTaskState(status)} />;
}

function StateMark({ state, pill }: { state: ShownState; pill?: boolean | undefined }) {
  const words = useTranslations("words");
  return (
    <Status kind={state.kind} pill={pill} title={state.raw === null ? undefined : words("raw", { raw: state.raw })}>
      {words(`status.${state.word}`)}
    </Status>
  );
}
