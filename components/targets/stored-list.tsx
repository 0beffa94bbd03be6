import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import type { TargetSetView } from "@/lib/tasks/draft";
import { ListHeader } from "./list-header";

const SAMPLE = 3;

type Props = { targetSet: TargetSetView; onPick: () => void; onPaste: () => void };

/** The list that was saved with the draft earlier. */
export function StoredList({ targetSet, onPick, onPaste }: Props) {
  const t = useTranslations("targets");
  const sample = targetSet.sample.slice(0, SAMPLE);
  const more = targetSet.count - sample.length;
  const detail = t.rich("stored.detail", { count: targetSet.count, time: () => <LocalTime at={targetSet.savedAt} /> });
  return (
    <>
      <ListHeader from="file" name={targetSet.source} detail={detail}>
        <Button variant="quiet" size="sm" onClick={onPaste}>
          {t("file.paste")}
        </Button>
        <Button size="sm" onClick={onPick}>
          {t("file.replace")}
        </Button>
      </ListHeader>
      <p className="foot">
        {t("stored.sample")} <span className="mono">{sample.join(", ")}</span>
        {more > 0 && ` ${t("stored.more", { count: more })}`}
      </p>
    </>
  );
}
