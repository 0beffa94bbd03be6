import { useTranslations } from "use-intl";
import type { Column } from "@/lib/target-files/verdict";

/** A column in words: its header, else its number, with the first things that stand in it. */
export function useColumnName(): (column: Column) => string {
  const t = useTranslations("targets.layout");
  return ({ index, name, samples: all }) => {
    const samples = all.filter((sample) => sample !== "").join(", ");
    const hasSamples = samples !== "";
    if (name === null || name === "")
      return t(hasSamples ? "numbered" : "numberedEmpty", { number: index + 1, samples });
    return t(hasSamples ? "named" : "namedEmpty", { name, samples });
  };
}
