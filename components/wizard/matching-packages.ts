import type { Package } from "@/lib/fleet/fleet";

/** Newest first; of those without a date the higher version first. Every word of the search must be found somewhere. */
export function matchingPackages(packages: readonly Package[], search: string): readonly Package[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const collator = new Intl.Collator("en", { numeric: true });
  return packages
    .filter(({ productName, version, description }) => {
      const text = `${productName}\n${version}\n${description}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => (b.createdAt ?? "").localeCompare(a.createdAt ?? "") || collator.compare(b.version, a.version));
}
