import { expect, it } from "vitest";
import { type PackageForm, packageIssues, readPackageForm } from "./new-package";

const form: PackageForm = {
  type: "firmwarePackage",
  productId: "p",
  moduleName: "",
  version: "2.0",
  sourceVersions: "",
  description: "",
  customInfo: "",
  region: "cn-north-4",
  bucket: "my-bucket",
  key: "fw/2.0.bin",
  sign: "",
};

it("makes a package of what was filled in", () => {
  expect(
    readPackageForm({ ...form, version: " 2.0 ", sourceVersions: "1.0, 1.1；1.0\n1.2", sign: "AB".repeat(32) }),
  ).toEqual({
    ok: true,
    value: {
      type: "firmwarePackage",
      productId: "p",
      moduleName: null,
      version: "2.0",
      sourceVersions: ["1.0", "1.1", "1.2"],
      description: "",
      customInfo: "",
      location: { region: "cn-north-4", bucket: "my-bucket", key: "fw/2.0.bin", sign: "ab".repeat(32) },
    },
  });
});

it("names the module of a package for modules only", () => {
  const module = { ...form, type: "modulePackage", moduleName: "radio" } as const;
  expect(readPackageForm(module)).toMatchObject({ value: { moduleName: "radio" } });
  expect(readPackageForm({ ...module, type: "softwarePackage" })).toMatchObject({ value: { moduleName: null } });
  expect(packageIssues({ ...module, moduleName: "" })).toEqual([{ path: "moduleName", message: "package-module" }]);
});

const versions = (count: number) => Array.from({ length: count }, (_, i) => `1.${i}`).join(" ");

it.each([
  ["version", "v".repeat(256), "v".repeat(257)],
  ["version", "a_.-9", "a b"],
  ["productId", "p".repeat(36), "p".repeat(37)],
  ["productId", "p", ""],
  ["description", "d".repeat(1024), "d".repeat(1025)],
  ["customInfo", "c".repeat(4096), "c".repeat(4097)],
  ["region", "r".repeat(256), ""],
  ["bucket", "b".repeat(63), "b".repeat(64)],
  ["bucket", "abc", "ab"],
  ["bucket", "a.b-c", "A.b-c"],
  ["key", "k".repeat(1024), "k".repeat(1025)],
  ["key", "固件/2.0.bin", ""],
  ["sign", "a".repeat(64), "a".repeat(63)],
  ["sign", "", "g".repeat(64)],
  ["sourceVersions", versions(20), versions(21)],
  ["sourceVersions", "v".repeat(256), "v".repeat(257)],
  ["sourceVersions", "1.0", "1.0 2/0"],
] as const)("takes %s at its limit and not one past it", (path, good, bad) => {
  expect(packageIssues({ ...form, [path]: good })).toEqual([]);
  expect(packageIssues({ ...form, [path]: bad })).toMatchObject([{ path }]);
});

it("takes the name of a module at its limit and not one past it", () => {
  const module = { ...form, type: "modulePackage" } as const;
  expect(packageIssues({ ...module, moduleName: "m".repeat(64) })).toEqual([]);
  expect(packageIssues({ ...module, moduleName: "m".repeat(65) })).toMatchObject([{ path: "moduleName" }]);
});
