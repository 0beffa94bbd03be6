import type { OtaModule, Package, PackageKind, Product } from "../platform/catalogue";
import { Ids } from "../platform/ids";
import type { ProductKey } from "./products";
import { hexOf } from "./random";

interface Release {
  product: ProductKey;
  kind: PackageKind;
  version: string;
  from?: string[];
  text: string;
  moduleName?: string;
}

const fw = (product: ProductKey, version: string, text: string, from?: string[]): Release => ({
  product,
  kind: "firmwarePackage",
  version,
  text,
  ...(from ? { from } : {}),
});
const sw = (product: ProductKey, version: string, text: string, from?: string[]): Release => ({
  product,
  kind: "softwarePackage",
  version,
  text,
  ...(from ? { from } : {}),
});

/** Oldest first. Without `from` every source version is accepted. */
const RELEASES: Release[] = [
  fw("water", "3.0.4", "Radio stability in cellars"),
  fw("light", "1.9.2", "Dimming curve corrected"),
  sw("gateway", "5.0.2", "Polling of up to 32 meters"),
  fw("water", "3.1.8", "Lower standby current; leak alarm limits", ["2.9.6", "3.0.4"]),
  sw("water", "1.6.0", "Billing day can be set", ["1.4.0", "1.5.1"]),
  fw("heat", "1.8.2", "Archive of 31 days"),
  fw("smoke", "4.0.1", "Self-test every month"),
  sw("light", "2.2.0", "Schedules by sunset", ["2.0.0", "2.1.3"]),
  fw("gateway", "2.4.0", "Faster restart"),
  fw("gas", "0.9.7", "Valve close confirmed", ["0.9.5"]),
  { product: "gateway", kind: "modulePackage", version: "1.3.0", text: "Radio module", moduleName: "radio" },
  fw("heat", "1.8.4", "Clock drift in winter corrected", ["1.8.2"]),
  sw("gateway", "5.0.3", "Reconnects after a power cut", ["5.0.2"]),
  fw("light", "2.0.0", "Needs 1.9.2 first", ["1.9.2"]),
  fw("smoke", "4.1.0", "Fewer false alarms from steam", ["4.0.1"]),
  fw("water", "3.2.1", "Valve drive protected against freezing; report interval from 5 minutes", ["3.0.4", "3.1.8"]),
  sw("water", "1.7.0", "Two tariffs", ["1.5.1", "1.6.0"]),
];

export function makePackages(seed: number, products: Record<ProductKey, Product>): Package[] {
  const ids = new Ids(hexOf(10, seed, "packages"));
  return RELEASES.map((release, index): Package => {
    const product = products[release.product];
    const createdAt = Date.UTC(2024, index, 12, 9, 30);
    return {
      id: ids.next(createdAt),
      spaceId: product.spaceId,
      productId: product.id,
      kind: release.kind,
      version: release.version,
      moduleName: release.moduleName,
      sourceVersions: release.from,
      description: release.text,
      customInfo: undefined,
      createdAt,
      fileLocation: {
        obs_location: {
          region_name: "cn-north-4",
          bucket_name: "fleet-packages",
          object_key: `${product.name}/${release.version}.bin`,
        },
      },
    };
  });
}

/** Parts that are upgraded by themselves. */
export function makeModules(seed: number, { gateway }: Record<ProductKey, Product>): OtaModule[] {
  return [
    {
      record: hexOf(24, seed, "module", "record"),
      id: hexOf(24, seed, "module"),
      spaceId: gateway.spaceId,
      productId: gateway.id,
      name: "radio",
      alias: "Radio",
      description: "Talks to the meters",
      createdAt: Date.UTC(2024, 8, 3, 8),
    },
  ];
}
