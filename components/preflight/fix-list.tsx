"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type Props = { count: number; left: number; onFix: () => void; onClose: () => void };

/** Says what it means that a group becomes a list, before it does. */
export function FixList({ count, left, onFix, onClose }: Props) {
  const t = useTranslations("preflight");
  const fix = () => {
    onFix();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("fix.title")}
      description={t("fix.body", { left, count })}
      actions={
        <>
          <Button onClick={onClose}>{t("fix.keep")}</Button>
          <Button variant="primary" onClick={fix}>
            {t("leave", { count })}
          </Button>
        </>
      }
    >
      <p className="mut sm">{t("fix.back")}</p>
    </Dialog>
  );
}
