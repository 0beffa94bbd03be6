import { FileSpreadsheet } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { MAX_SPLIT_IDS } from "@/lib/target-files/parts";
import { MAX_DEVICE_IDS } from "@/lib/target-files/verdict";

type Props = { productName: string | undefined; onPick: () => void; onPaste: () => void };

/** Nothing is there yet: drop, choose or paste, with the limits told before. */
export function ChooseList({ productName, onPick, onPaste }: Props) {
  const t = useTranslations("targets");
  return (
    <div className="m-3 grid justify-items-center gap-1 rounded-sm border border-dashed border-control px-6 py-9 text-center">
      <span className="tile mb-2">
        <FileSpreadsheet className="ic" size={18} aria-hidden />
      </span>
      <h3 className="h2">
        {productName === undefined ? t("choose.title") : t("choose.titleOf", { product: productName })}
      </h3>
      <p className="sm mut">{t("choose.hint", { limit: MAX_DEVICE_IDS, most: MAX_SPLIT_IDS })}</p>
      <div className="mt-3 flex flex-wrap justify-center gap-2">
        <Button onClick={onPick}>{t("choose.file")}</Button>
        <Button onClick={onPaste}>{t("choose.paste")}</Button>
      </div>
      <a className="lnk sm mt-2" href="/templates/device-ids.csv" download>
        {t("choose.template")}
      </a>
    </div>
  );
}
