import type { Product } from "@/lib/fleet/fleet";
import type { Caller } from "./caller";
import type { Known } from "./looked";
import { readOn, unread } from "./pages";
import type { Ports } from "./ports";
import type { Subject } from "./subject";

/** IoTDA reference: limits, 1,000 products an instance. */
const MAX_PRODUCT_PAGES = 20;

/** The product that was chosen with a package, a command or a shadow, and the package's versions. */
export async function chosen(subject: Subject, { packages, iotda }: Ports, caller: Caller): Promise<Partial<Known>> {
  const { packageId, productId } = subject;
  if (packageId === null) return productId === null ? {} : { wanted: { productId, productName: null } };
  const list = await caller.ask("ListOtaPackageInfo", packages);
  const found = list.ok ? list.value.find(({ id }) => id === packageId) : undefined;
  if (found === undefined) return {};
  const { productName, version: to, sourceVersions: over, type } = found;
  const of = type === "firmwarePackage" ? "firmware" : type === "softwarePackage" ? "software" : "module";
  const detail = of === "module" ? await caller.ask("ShowOtaPackage", () => iotda.showPackage(packageId)) : null;
  const module = detail?.ok === true ? detail.value.moduleName : null;
  return { wanted: { productId: found.productId, productName }, upgrade: { of, to, over, module } };
}

/** The protocol of every product; null where not all of them could be read. */
export async function protocols({ spaceId }: Subject, { iotda }: Ports, caller: Caller): Promise<Known["protocols"]> {
  const { items, whole } = await readOn<Product>(
    unread(),
    { caller, operation: "ListProducts", maxPages: MAX_PRODUCT_PAGES },
    (paging) => iotda.listProducts({ spaceId, ...paging }),
  );
  return whole ? new Map(items.map(({ id, protocol }) => [id, protocol])) : null;
}
