"use client";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Failure } from "@/lib/failure";

/** Why no draft was made. */
export function NoDraftDialog({ failure, onClose }: { failure: Failure; onClose: () => void }) {
  const words = useTranslations("reuse");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words("noDraft")}
      actions={<Button onClick={onClose}>{words("close")}</Button>}
    >
      <div className="dlg-fields">
        <FailureNotice failure={failure} />
      </div>
    </Dialog>
  );
}
