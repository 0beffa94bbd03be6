import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReuseProvider } from "@/components/reuse/reuse-provider";
import { TaskPage } from "@/components/tasks/task-page";
import { may } from "@/lib/access/permissions";
import { FailureError } from "@/lib/failure";
import { Messages } from "@/lib/i18n/messages";
import { requirePageOperator } from "@/lib/server/auth/session";
import { offered } from "@/lib/server/offered";
import { getTask } from "@/lib/server/tasks";
import { reuseFacts } from "@/lib/task-types/reusing";
import { cloneTaskAction, followUpAction, saveTemplateAction, undoTaskAction } from "../../templates/actions";
import { actOnTaskAction, cancelHeldAction, moveHeldAction, settleTaskAction, startHeldAction } from "../actions";

const reuse = {
  clone: cloneTaskAction,
  followUp: followUpAction,
  undo: undoTaskAction,
  saveTemplate: saveTemplateAction,
};
const hold = { cancel: cancelHeldAction, move: moveHeldAction, start: startHeldAction };

type Props = PageProps<"/tasks/[taskId]">;

async function load(props: Props) {
  const operator = await requirePageOperator("look");
  const { taskId } = await props.params;
  try {
    return { operator, task: await getTask(taskId) };
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === "missing") notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { task } = await load(props);
  return { title: task.title };
}

export default async function Page(props: Props) {
  const { operator, task } = await load(props);
  return (
    <Messages only={["tasks", "acting", "advice", "reuse"]}>
      <ReuseProvider
        actions={may(operator.role, "create-task") ? reuse : null}
        facts={reuseFacts(task.type, await offered())}
      >
        <TaskPage
          initial={task}
          act={actOnTaskAction}
          settle={settleTaskAction}
          hold={hold}
          mayAct={may(operator.role, "act-on-task")}
          maySeeSecrets={may(operator.role, "see-secrets")}
        />
      </ReuseProvider>
    </Messages>
  );
}
