import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { DEVICE_STATUSES, type DeviceFilter, type DeviceFilterName, givenFilters } from "@/lib/fleet/device-filter";
import { groupsQuery } from "@/lib/queries/groups";
import { productsQuery } from "@/lib/queries/products";

/** A filter in words, for the list that is made from it: "Product: Pump, Status: Online". */
export function useFilterWords(): (filter: DeviceFilter) => string {
  const words = useTranslations("choosing");
  const products = useQuery(productsQuery());
  const groups = useQuery(groupsQuery());
  const worded = (name: DeviceFilterName, value: string): string => {
    if (name === "product") return products.data?.find(({ id }) => id === value)?.name ?? value;
    if (name === "group") return groups.data?.find(({ id }) => id === value)?.name ?? value;
    const status = name === "status" ? DEVICE_STATUSES.find((one) => one === value) : undefined;
    return status === undefined ? value : words(`status.${status}`);
  };
  return (filter) => {
    const given = givenFilters(filter).map((name) =>
      words("one", { name: words(`filter.${name}`), value: worded(name, filter[name] ?? "") }),
    );
    return given.length === 0 ? words("everything") : given.join(words("between"));
  };
}
