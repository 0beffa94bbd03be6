import type { Product } from "@/lib/fleet/fleet";
import { type DownlinkType, protocolProblem } from "@/lib/task-types/shared/model-protocol";

/** A product in the list, with why its devices can not take the task; null when they can. */
export type ProductChoice = { product: Product; problem: ReturnType<typeof protocolProblem> };

const folded = (text: string): string => text.normalize("NFKC").toLocaleLowerCase();

/** The products that match a search, those first whose devices can take the task, each part by name. */
export function productChoices(
  type: DownlinkType,
  products: readonly Product[],
  search: string,
): readonly ProductChoice[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return products
    .filter(({ id, name, deviceType, manufacturer }) => {
      const said = folded(`${id} ${name} ${deviceType} ${manufacturer}`);
      return words.every((word) => said.includes(word));
    })
    .map((product) => ({ product, problem: protocolProblem(type, product) }))
    .toSorted(
      (one, other) =>
        Number(one.problem !== null) - Number(other.problem !== null) ||
        one.product.name.localeCompare(other.product.name),
    );
}
