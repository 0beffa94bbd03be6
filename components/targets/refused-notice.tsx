import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/target-files/verdict";
import type { GivenList } from "./intake-session";
import { ListHeader } from "./list-header";
import { useFileSize } from "./use-file-size";

type Props = {
  state: { at: "refused"; list: GivenList; refusal: Refusal } | { at: "broken"; list: GivenList };
  onTryAgain: () => void;
  onPick: () => void;
  onPaste: () => void;
};

/** A list that is not read at all: why, and what helps. */
export function RefusedNotice({ state, onTryAgain, onPick, onPaste }: Props) {
  const t = useTranslations("targets");
  const { list } = state;
  const why =
    state.at === "broken" ? t("refusals.broken") : t(`refusals.${state.refusal.reason}`, { ...state.refusal.values });
  return (
    <>
      <ListHeader from={list.from} name={list.name} detail={useFileSize()(list.blob.size)}>
        <Button variant="quiet" size="sm" onClick={onPaste}>
          {t(list.from === "file" ? "file.paste" : "file.pasteAgain")}
        </Button>
        <Button size="sm" onClick={onPick}>
          {t("file.choose")}
        </Button>
      </ListHeader>
      <div className="px-4.5 pb-4">
        <Notice
          tone="fail"
          glyph="failed"
          boxed
          title={t("refusals.title", { name: list.name })}
          actions={state.at === "broken" ? <Button onClick={onTryAgain}>{t("store.again")}</Button> : undefined}
        >
          <p>{why}</p>
        </Notice>
      </div>
    </>
  );
}
