import { CirclePlay, RotateCw, Square, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useFormat } from "@/lib/i18n/client";
import { planForAll } from "@/lib/tasks/act-plan";
import { ACTION_VERBS, type ActionVerb } from "@/lib/tasks/action";
import type { TaskView } from "@/lib/tasks/view";
import type { Act } from "./ask";

const ActDialog = dynamic(() => import("./act-dialog").then((module) => module.ActDialog), { ssr: false });

const ICONS: { readonly [V in ActionVerb]: ReactNode } = {
  stop: <Square size={16} aria-hidden="true" />,
  retry: <RotateCw size={16} aria-hidden="true" />,
  confirm: <CirclePlay size={16} aria-hidden="true" />,
  delete: <Trash2 size={16} aria-hidden="true" />,
};

/** What can be done to the whole task. What the platform would refuse stays visible and says why. */
export function ActButtons({ task, act }: { task: TaskView; act: Act }) {
  const words = useTranslations("acting");
  const format = useFormat();
  const [asking, setAsking] = useState<ActionVerb | null>(null);
  const shown = ACTION_VERBS.filter((verb) => verb !== "confirm" || task.needsConfirm);
  return (
    <div className="acts">
      {shown.map((verb) => {
        const { devices } = planForAll(verb, task.progress);
        const count = verb === "delete" || devices === null ? null : format.number(devices);
        const blocked = task.blocked[verb];
        return (
          <Button
            key={verb}
            variant={verb === "stop" ? "danger" : verb === "delete" ? "quiet" : "secondary"}
            icon={ICONS[verb]}
            blocked={blocked === null ? null : words(`blocked.${blocked}`)}
            onClick={() => setAsking(verb)}
          >
            {count === null || blocked !== null ? words(`ask.${verb}`) : words(`askCount.${verb}`, { count })}
          </Button>
        );
      })}
      {asking !== null && (
        <ActDialog task={task} verb={asking} deviceIds={null} act={act} onClose={() => setAsking(null)} />
      )}
    </div>
  );
}
