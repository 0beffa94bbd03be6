import { useTranslations } from "use-intl";
import { useFormat } from "@/lib/i18n/client";
import type { GivenList } from "./intake-session";
import { ListHeader } from "./list-header";
import { useFileSize } from "./use-file-size";

/** How far a reading is; seen only with large files. */
export function ReadingList({ list, bytes }: { list: GivenList; bytes: number }) {
  const t = useTranslations("targets.file");
  const format = useFormat();
  const size = useFileSize()(list.blob.size);
  const percent = format.percent(Math.round((bytes / Math.max(1, list.blob.size)) * 100) / 100);
  const detail = bytes === 0 ? t("starting", { size }) : t("reading", { percent, size });
  return <ListHeader from={list.from} name={list.name} detail={detail} />;
}
