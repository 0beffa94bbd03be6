import { useTranslations } from "use-intl";
import { useFormat } from "@/lib/i18n/client";

/** "~12,400 devices" while it is what the platform counts at the moment, without the mark once all are here. */
export function CountWord({ count, isEstimate }: { count: number | null; isEstimate: boolean }) {
  const words = useTranslations("choosing");
  const format = useFormat();
  if (count === null) return words("countUnknown");
  const number = format.number(count);
  return words(isEstimate ? "countAbout" : "count", { count, number });
}
