import { noSuchPackage, noSuchProduct } from "../errors";
import type { JsonObject } from "../json";
import { pageOf, pageRequest } from "../paging";
import { toBasic } from "../wire-time";
import { type Handler, ok, param, queryText } from "./call";
import type { Package, Product, Space } from "./catalogue";
import type { World } from "./world";

/** IoTDA reference: ShowApplications. No paging. */
export const showApplications: Handler = (world, call) => {
  const wanted = call.query.default_app;
  const found = world.spaces.filter((space) => wanted === undefined || space.isDefault === wanted);
  return ok({ applications: found.map(spaceJson) });
};

export const showApplication: Handler = (world, call) => ok(spaceJson(world.space(param(call, "app_id"))));

/** IoTDA reference: ListProducts. Items carry no model. */
export const listProducts: Handler = (world, call) => {
  const spaceId = queryText(call, "app_id");
  const name = queryText(call, "product_name");
  if (spaceId !== undefined) world.space(spaceId);
  const matches = (product: Product) =>
    (spaceId === undefined || product.spaceId === spaceId) && (name === undefined || product.name === name);
  const { items, page } = pageOf(world.products, (item) => item.record, pageRequest(call.query), matches);
  return ok({ products: items.map((product) => productJson(world, product)), page });
};

export const showProduct: Handler = (world, call) => {
  const spaceId = queryText(call, "app_id");
  const product = world.product(param(call, "product_id"));
  if (!product || (spaceId !== undefined && product.spaceId !== spaceId)) throw noSuchProduct();
  return ok({ ...productJson(world, product), service_capabilities: product.services });
};

/** IoTDA reference: ListOtaPackageInfo. */
export const listOtaPackageInfo: Handler = (world, call) => {
  const spaceId = queryText(call, "app_id");
  const productId = queryText(call, "product_id");
  const version = queryText(call, "version");
  const kind = queryText(call, "package_type");
  if (spaceId !== undefined) world.space(spaceId);
  const matches = (item: Package) =>
    item.kind === kind &&
    (spaceId === undefined || item.spaceId === spaceId) &&
    (productId === undefined || item.productId === productId) &&
    (version === undefined || item.version === version);
  const { items, page } = pageOf(world.packages, (item) => item.id, pageRequest(call.query), matches);
  return ok({ packages: items.map((item) => packageJson(world, item)), page });
};

export const showOtaPackage: Handler = (world, call) => {
  const id = param(call, "package_id");
  const found = world.packages.find((item) => item.id === id);
  if (!found) throw noSuchPackage();
  return ok(packageFullJson(world, found));
};

export function packageFullJson(world: World, item: Package): JsonObject {
  return { ...packageJson(world, item), file_location: item.fileLocation };
}

function spaceJson(space: Space): JsonObject {
  return {
    app_id: space.id,
    app_name: space.name,
    create_time: toBasic(space.createdAt),
    default_app: space.isDefault,
  };
}

function productJson(world: World, product: Product): JsonObject {
  return {
    app_id: product.spaceId,
    app_name: world.space(product.spaceId).name,
    product_id: product.id,
    name: product.name,
    device_type: product.deviceType,
    protocol_type: product.protocol,
    data_format: product.dataFormat,
    manufacturer_name: product.manufacturer,
    industry: product.industry,
    description: product.description,
    create_time: toBasic(product.createdAt),
  };
}

/** There is no package name and no file size on the platform. */
function packageJson(world: World, item: Package): JsonObject {
  return {
    package_id: item.id,
    app_id: item.spaceId,
    package_type: item.kind,
    product_id: item.productId,
    product_name: world.product(item.productId)?.name ?? "",
    ...(item.moduleName === undefined ? {} : { module_name: item.moduleName }),
    version: item.version,
    ...(item.sourceVersions === undefined ? {} : { support_source_versions: item.sourceVersions }),
    description: item.description,
    ...(item.customInfo === undefined ? {} : { custom_info: item.customInfo }),
    create_time: toBasic(item.createdAt),
  };
}
