import { useTranslations } from "use-intl";

const KILO = 1024;

/** Bytes in words: 41 KB. */
export function useFileSize(): (bytes: number) => string {
  const t = useTranslations("targets.file.size");
  return (bytes) => {
    if (bytes < KILO) return t("bytes", { value: bytes });
    if (bytes < KILO * KILO) return t("kilobytes", { value: Math.round(bytes / KILO) });
    return t("megabytes", { value: Math.round((bytes / KILO / KILO) * 10) / 10 });
  };
}
