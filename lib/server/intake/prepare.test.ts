import { expect, test } from "vitest";
import { packagesIn } from "./prepare";

test.each([
  [{ package_id: "a" }, ["a"]],
  [{ package_ids: ["b", "c"] }, ["b", "c"]],
  [{ service_id: "s" }, []],
  [null, []],
])("a document names its packages, one or several: %j", (document, packages) => {
  expect(packagesIn(document)).toEqual(packages);
});
