import { invalid, noSuchPackage, noSuchProduct, Refusal, wrongState } from "../errors";
import { hexOf } from "../fleet/random";
import { type JsonObject, objectOf, textOf, textsOf } from "../json";
import { pageOf, pageRequest } from "../paging";
import { toBasic } from "../wire-time";
import { type Call, created, type Handler, noContent, ok, param, queryText } from "./call";
import type { OtaModule, Package, PackageKind, Product } from "./catalogue";
import { packageFullJson } from "./catalogue-operations";
import { packageIds } from "./documents";
import { FINAL } from "./task";
import type { World } from "./world";

/** IoTDA reference: OTA modules, at most 10 of a product. */
const MAX_MODULES = 10;
/** IoTDA reference: file extensions of packages. */
const EXTENSION = /\.(bin|dav|tar|gz|zip|gzip|apk|tar\.gz|tar\.xz|pack|exe|bat|img)$/i;
const KINDS: readonly PackageKind[] = ["softwarePackage", "firmwarePackage", "modulePackage"];

/** IoTDA reference: CreateOtaPackage. Inferred: a version exists once per product, type and module. */
export const createOtaPackage: Handler = (world, { body }) => {
  const kind = KINDS.find((known) => known === body.package_type);
  const moduleName = textOf(body, "module_name");
  const version = textOf(body, "version") ?? "";
  if (!kind) throw invalid("package_type.");
  if ((kind === "modulePackage") !== (moduleName !== undefined)) throw invalid("module_name belongs to modulePackage.");
  const fileLocation = objectOf(body, "file_location") ?? {};
  const key = textOf(objectOf(fileLocation, "obs_location") ?? {}, "object_key");
  if (key === undefined || key === "") throw invalid("file_location.obs_location is required.");
  if (!EXTENSION.test(key))
    throw invalid("file_location.obs_location.object_key has an extension that no package has.");
  const product = productOf(world, body);
  const same = (item: Package) =>
    item.productId === product.id && item.kind === kind && item.version === version && item.moduleName === moduleName;
  if (world.packages.some(same)) throw new Refusal(400, "IOTDA.014203", "The package version already exists.");
  const added: Package = {
    id: world.ids.next(world.now),
    spaceId: product.spaceId,
    productId: product.id,
    kind,
    version,
    moduleName,
    sourceVersions: textsOf(body, "support_source_versions"),
    description: textOf(body, "description") ?? "",
    customInfo: textOf(body, "custom_info"),
    createdAt: world.now,
    fileLocation,
  };
  world.packages.push(added);
  return created(packageFullJson(world, added));
};

/** IoTDA reference: DeleteOtaPackage. Inferred: refused while a task that is not final uses it. */
export const deleteOtaPackage: Handler = (world, call) => {
  const id = param(call, "package_id");
  const at = world.packages.findIndex((item) => item.id === id);
  if (at < 0) throw noSuchPackage();
  const used = world.tasks.some((task) => !FINAL.includes(task.status) && packageIds(task.document).includes(id));
  if (used) throw wrongState("The package is used by a task that has not ended.");
  world.packages.splice(at, 1);
  return noContent();
};

/** IoTDA reference: CreateOtaModule. Inferred: codes. */
export const createOtaModule: Handler = (world, { body }) => {
  const product = productOf(world, body);
  const name = textOf(body, "module_name") ?? "";
  const others = world.modules.filter((item) => item.productId === product.id);
  if (others.some((item) => item.name === name)) throw new Refusal(400, "IOTDA.014204", "The module already exists.");
  if (others.length >= MAX_MODULES) throw new Refusal(400, "IOTDA.014205", "The product has 10 modules.");
  const record = world.ids.next(world.now);
  const added: OtaModule = {
    record,
    id: hexOf(24, "module", record),
    spaceId: product.spaceId,
    productId: product.id,
    name,
    alias: textOf(body, "alias_name"),
    description: textOf(body, "description") ?? "",
    createdAt: world.now,
  };
  world.modules.push(added);
  return created(moduleJson(world, added));
};

export const listOtaModules: Handler = (world, call) => {
  const { id: spaceId } = world.space(queryText(call, "app_id"));
  const productId = queryText(call, "product_id");
  const matches = (item: OtaModule) =>
    item.spaceId === spaceId && (productId === undefined || item.productId === productId);
  const { items, page } = pageOf(world.modules, (item) => item.record, pageRequest(call.query), matches);
  return ok({ modules: items.map((item) => moduleJson(world, item)), page });
};

/** Inferred: which fields can be changed. */
export const updateOtaModule: Handler = (world, call) => {
  const found = moduleOf(world, call);
  found.alias = textOf(call.body, "alias_name") ?? found.alias;
  found.description = textOf(call.body, "description") ?? found.description;
  return ok(moduleJson(world, found));
};

export const showOtaModule: Handler = (world, call) => ok(moduleJson(world, moduleOf(world, call)));

export const deleteOtaModule: Handler = (world, call) => {
  world.modules.splice(world.modules.indexOf(moduleOf(world, call)), 1);
  return noContent();
};

function moduleOf(world: World, call: Call): OtaModule {
  const found = world.modules.find((item) => item.id === param(call, "module_id"));
  if (!found) throw new Refusal(404, "IOTDA.014206", "The module does not exist.");
  return found;
}

function productOf(world: World, body: JsonObject): Product {
  const { id } = world.space(textOf(body, "app_id"));
  const product = world.product(textOf(body, "product_id") ?? "");
  if (product?.spaceId !== id) throw noSuchProduct();
  return product;
}

function moduleJson(world: World, item: OtaModule): JsonObject {
  return {
    module_id: item.id,
    app_id: item.spaceId,
    product_id: item.productId,
    product_name: world.product(item.productId)?.name ?? "",
    module_name: item.name,
    ...(item.alias === undefined ? {} : { alias_name: item.alias }),
    description: item.description,
    create_time: toBasic(item.createdAt),
  };
}
