"use client";
import { clsx } from "clsx";
import { useLocale, useTranslations } from "use-intl";

type Props = {
  /** Bytes; null while there is nothing that can be counted. */
  size: number | null;
  /** Bytes that the platform takes. */
  max: number;
};

const KILO = 1024;

/** How much of the platform's limit is used, as it counts: bytes of the text that is sent. */
export function SizeLine({ size, max }: Props) {
  const t = useTranslations("model.size");
  const locale = useLocale();
  const number = (bytes: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes < KILO ? bytes : bytes / KILO);
  const told = (bytes: number): string =>
    bytes < KILO ? t("bytes", { size: number(bytes) }) : t("kilobytes", { size: number(bytes) });
  const over = size !== null && size > max;
  return (
    <div className={clsx("foot mf-size", over && "over")}>
      {size !== null && <meter min={0} max={max} value={Math.min(size, max)} aria-label={t("label")} />}
      <span>{size === null ? t("none") : t(over ? "over" : "of", { size: told(size), max: told(max) })}</span>
    </div>
  );
}
