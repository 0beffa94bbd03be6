import { type Failure, fail, ok } from "@/lib/failure";
import { type NewPackage, PACKAGE_TYPES, type PackageType } from "@/lib/fleet/fleet";
import type { Json } from "@/lib/json";
import type { Call, Connection } from "./connection";
import { get, given } from "./get";
import type { Iotda } from "./iotda";
import { pagingQuery, toPage } from "./page";
import { toPackage, toPackageDetail } from "./to-fleet";
import { wireNothing } from "./wire";
import { wirePackageDetail, wirePackages } from "./wire-fleet";

const PACKAGES = ["ota-upgrades", "packages"];

/** The operations on OTA packages. Neither creating nor deleting one touches its file. IoTDA reference: OTA packages. */
export const packageOperations = (
  connection: Connection,
): Pick<Iotda, "listPackages" | "showPackage" | "createPackage" | "deletePackage"> => ({
  async listPackages({ spaceId, type, productId, ...paging }) {
    const query = [
      ...given("app_id", spaceId),
      ...given("package_type", type),
      ...given("product_id", productId),
      ...pagingQuery(paging),
    ];
    const result = await connection.read(get("ListOtaPackageInfo", PACKAGES, query), wirePackages);
    return result.ok ? ok(toPage(result.value, paging, (found) => toPackage(found, type))) : result;
  },
  async showPackage(packageId) {
    const call = get("ShowOtaPackage", [...PACKAGES, packageId], [], "package");
    const result = await connection.read(call, wirePackageDetail);
    if (!result.ok) return result;
    const type = typeOf(result.value.package_type);
    return type === null ? fail(unreadable(call)) : ok(toPackageDetail(result.value, type));
  },
  async createPackage(made) {
    const call: Call = { operation: "CreateOtaPackage", method: "POST", segments: PACKAGES, body: toBody(made) };
    const result = await connection.write(call, wirePackageDetail);
    return result.ok ? ok(toPackageDetail(result.value, typeOf(result.value.package_type) ?? made.type)) : result;
  },
  async deletePackage(packageId) {
    const segments = [...PACKAGES, packageId];
    const call: Call = { operation: "DeleteOtaPackage", method: "DELETE", segments, what: "package" };
    const result = await connection.write(call, wireNothing);
    return result.ok ? ok(null) : result;
  },
});

/** Without source versions every version is one. IoTDA reference: CreateOtaPackage. */
const toBody = (made: NewPackage): Json => ({
  app_id: made.spaceId,
  package_type: made.type,
  product_id: made.productId,
  ...(made.moduleName !== null && { module_name: made.moduleName }),
  version: made.version,
  ...(made.sourceVersions.length > 0 && { support_source_versions: made.sourceVersions }),
  ...(made.description !== "" && { description: made.description }),
  ...(made.customInfo !== "" && { custom_info: made.customInfo }),
  file_location: {
    obs_location: {
      region_name: made.location.region,
      bucket_name: made.location.bucket,
      object_key: made.location.key,
      ...(made.location.sign !== null && { sign_method: "SHA256", sign: made.location.sign }),
    },
  },
});

const typeOf = (word: string | null): PackageType | null => PACKAGE_TYPES.find((known) => known === word) ?? null;
const unreadable = ({ operation }: Call): Failure => ({ kind: "unreadable", operation, requestId: null });
