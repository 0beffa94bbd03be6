import { X } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FollowUpChosen } from "@/components/reuse/follow-up-chosen";
import { Button, IconButton } from "@/components/ui/button";
import { SelectionBar } from "@/components/ui/selection-bar";
import { reaches } from "@/lib/tasks/act-plan";
import type { ActionVerb } from "@/lib/tasks/action";
import { isNonEmpty, type NonEmpty } from "@/lib/tasks/targets";
import type { TaskView } from "@/lib/tasks/view";
import { type Chosen, NOBODY } from "../chosen";
import type { Act } from "./ask";

const ActDialog = dynamic(() => import("./act-dialog").then((module) => module.ActDialog), { ssr: false });

const OFFERED = ["retry", "stop", "confirm"] as const satisfies readonly ActionVerb[];

type Props = {
  task: TaskView;
  chosen: Chosen;
  onChosen: (chosen: Chosen) => void;
  act: Act;
};

/** Floats while devices are chosen and acts on exactly those that the action fits. */
export function DeviceSelection({ task, chosen, onChosen, act }: Props) {
  const words = useTranslations("acting");
  const [asking, setAsking] = useState<{ verb: ActionVerb; deviceIds: NonEmpty<string> } | null>(null);
  const picked = [...chosen.values()];
  const close = () => {
    setAsking(null);
    onChosen(NOBODY);
  };
  if (picked.length === 0) return null;
  return (
    <SelectionBar label={words("selection")} count={words("selected", { count: picked.length })}>
      {OFFERED.filter((verb) => isOffered(task, verb)).map((verb) => {
        const ids = picked.flatMap(({ status, target }) =>
          status.known !== null && reaches(verb, status.known) ? [target] : [],
        );
        const reason = task.blocked[verb];
        const blocked = reason === null ? (ids.length === 0 ? "none-fit" : null) : reason;
        return (
          <Button
            key={verb}
            blocked={blocked === null ? null : words(`blocked.${blocked}`)}
            onClick={() => isNonEmpty(ids) && setAsking({ verb, deviceIds: ids })}
          >
            {words(`pickCount.${verb}`, { count: ids.length })}
          </Button>
        );
      })}
      <FollowUpChosen task={task} deviceIds={[...chosen.keys()]} />
      <span className="sep" />
      <IconButton label={words("clearSelection")} onClick={() => onChosen(NOBODY)}>
        <X size={16} aria-hidden="true" />
      </IconButton>
      {asking !== null && <ActDialog task={task} {...asking} act={act} onClose={close} />}
    </SelectionBar>
  );
}

/** What a task of this type, or this very one, never takes is not offered at all. */
function isOffered({ blocked, needsConfirm }: TaskView, verb: (typeof OFFERED)[number]): boolean {
  if (verb === "confirm") return needsConfirm;
  return blocked[verb] !== "not-stoppable-type" && blocked[verb] !== "not-retryable-type";
}
