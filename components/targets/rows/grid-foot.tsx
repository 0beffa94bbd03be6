import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

type Props = { from: number; shown: number; total: number; step: number; onFrom: (from: number) => void };

/** Where in the rows the page is, and the pages beside it. */
export function GridFoot({ from, shown, total, step, onFrom }: Props) {
  const t = useTranslations("rows.grid");
  if (total === 0) return <p className="foot">{t("none")}</p>;
  return (
    <div className="foot flex flex-wrap items-center justify-between gap-3">
      <span>{t("range", { from: from + 1, to: from + shown, total })}</span>
      {total > step && (
        <span className="flex gap-2">
          <Button size="sm" disabled={from === 0} onClick={() => onFrom(Math.max(0, from - step))}>
            {t("previous")}
          </Button>
          <Button size="sm" disabled={from + step >= total} onClick={() => onFrom(from + step)}>
            {t("next")}
          </Button>
        </span>
      )}
    </div>
  );
}
