import { fail, type Issue, ok, type Result } from "@/lib/failure";
import type { NewPackage, PackageType } from "./fleet";

/** What a person fills in to add a package, all of it as text. `sourceVersions` has any signs between versions. */
export type PackageForm = {
  type: PackageType;
  productId: string;
  moduleName: string;
  version: string;
  sourceVersions: string;
  description: string;
  customInfo: string;
  region: string;
  bucket: string;
  key: string;
  sign: string;
};

/** IoTDA reference: CreateOtaPackage. */
const RULES: readonly (readonly [path: keyof PackageForm, rule: RegExp, message: string])[] = [
  ["productId", /^[A-Za-z0-9_-]{1,36}$/, "package-product"],
  ["version", /^[A-Za-z0-9_.-]{1,256}$/, "package-version"],
  ["description", /^.{0,1024}$/s, "package-description"],
  ["customInfo", /^.{0,4096}$/s, "package-info"],
  ["region", /^[A-Za-z0-9-]{1,256}$/, "package-region"],
  ["bucket", /^[a-z0-9.-]{3,63}$/, "package-bucket"],
  ["key", /^[^\p{Cc}]{1,1024}$/u, "package-key"],
  ["sign", /^([A-Fa-f0-9]{64})?$/, "package-sign"],
];

const MODULE = /^[A-Za-z0-9_.-]{1,64}$/;
const VERSION = /^[A-Za-z0-9_.-]{1,256}$/;
/** IoTDA reference: CreateOtaPackage `support_source_versions`. */
const MAX_SOURCES = 20;

/** The versions in a text, each once, whatever stands between them. */
const versionsIn = (text: string): string[] => [...new Set(text.split(/[\s,;，；、]+/).filter((part) => part !== ""))];

/** What is wrong with the answers, field by field; messages are keys of `failures`. */
export function packageIssues(form: PackageForm): readonly Issue[] {
  const issues: Issue[] = RULES.filter(([path, rule]) => !rule.test(form[path].trim())).map(([path, , message]) => ({
    path,
    message,
  }));
  if (form.type === "modulePackage" && !MODULE.test(form.moduleName.trim()))
    issues.push({ path: "moduleName", message: "package-module" });
  const sources = versionsIn(form.sourceVersions);
  if (sources.length > MAX_SOURCES || !sources.every((version) => VERSION.test(version)))
    issues.push({ path: "sourceVersions", message: "package-sources" });
  return issues;
}

/** The package that the answers make, or what is wrong with them. */
export function readPackageForm(form: PackageForm): Result<Omit<NewPackage, "spaceId">> {
  const issues = packageIssues(form);
  if (issues.length > 0) return fail({ kind: "invalid", issues });
  const sign = form.sign.trim().toLowerCase();
  return ok({
    type: form.type,
    productId: form.productId.trim(),
    moduleName: form.type === "modulePackage" ? form.moduleName.trim() : null,
    version: form.version.trim(),
    sourceVersions: versionsIn(form.sourceVersions),
    description: form.description.trim(),
    customInfo: form.customInfo.trim(),
    location: {
      region: form.region.trim(),
      bucket: form.bucket.trim(),
      key: form.key.trim(),
      sign: sign === "" ? null : sign,
    },
  });
}
