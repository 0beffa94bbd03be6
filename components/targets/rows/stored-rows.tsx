import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import type { RowSetView } from "@/lib/tasks/draft";
import { ListHeader } from "../list-header";

const SAMPLE = 3;

type Props = { rowSet: RowSetView; onPick: () => void; onPaste: () => void };

/** The rows that were saved with the draft earlier. They are encrypted, so that only their IDs are shown again. */
export function StoredRows({ rowSet, onPick, onPaste }: Props) {
  const t = useTranslations("rows.stored");
  const targets = useTranslations("targets.file");
  const sample = rowSet.sample.slice(0, SAMPLE);
  const more = rowSet.count - sample.length;
  const detail = t.rich("detail", { count: rowSet.count, time: () => <LocalTime at={rowSet.savedAt} /> });
  return (
    <>
      <ListHeader from="file" name={rowSet.source} detail={detail}>
        <Button variant="quiet" size="sm" onClick={onPaste}>
          {targets("paste")}
        </Button>
        <Button size="sm" onClick={onPick}>
          {targets("replace")}
        </Button>
      </ListHeader>
      <p className="foot">
        {t("sample")} <span className="mono">{sample.join(", ")}</span>
        {more > 0 && ` ${t("more", { count: more })}`}
      </p>
    </>
  );
}
