/**
 * Makes the import zones of biome.json from the table of who may import whom.
 * `node scripts/zones.mjs --write` puts them there; scripts/zones.test.ts holds the two together.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AREAS, ZONES } from "./zone-table.mjs";

/** The area that a zone lies in may import itself. */
const own = (zone) => AREAS.filter((area) => zone.files.some((glob) => !glob.startsWith("!") && within(glob, area)));
const within = (glob, area) =>
  glob.startsWith(`${area}/`) && !(area === "components" && glob.startsWith("components/ui"));

/** What of ours a zone may not import. */
export function forbidden(zone) {
  const allowed = new Set([...zone.may, ...own(zone)]);
  return AREAS.filter((area) => !allowed.has(area));
}

/** Every way to write an import of an area from a zone: by alias, and by climbing. */
function patterns(zone, area) {
  const climbs = [1, 2, 3, 4, 5].map((times) => "../".repeat(times));
  const roots = ["@/", ...climbs].map((root) => `${root}${area}`);
  const inLib = zone.files.some((glob) => glob.startsWith("lib/")) && area.startsWith("lib/");
  const name = area.slice(area.indexOf("/") + 1);
  const near = inLib ? [...climbs.map((climb) => `${climb}${name}`)] : [];
  const beside = { vocabulary: inLib ? [`./${name}`] : [], root: [`./${area}`] }[zone.name] ?? [];
  const all = [...roots, ...near, ...beside].flatMap((path) => [path, `${path}/**`]);
  if (area !== "components") return all;
  if (zone.name === "components/ui") return ["../**", "!../../**", ...all, ...kit("!@/")];
  return zone.may.includes("components/ui") ? [...all, ...["@/", ...climbs].flatMap((base) => kit(`!${base}`))] : all;
}

const kit = (base) => [`${base}components/ui`, `${base}components/ui/**`];

/** The overrides of biome.json that hold the zones. */
function zoneOverrides() {
  return ZONES.map((zone) => ({
    includes: zone.files,
    linter: {
      rules: {
        style: {
          noRestrictedImports: {
            level: "error",
            options: {
              patterns: [
                ...forbidden(zone).map((area) => ({
                  group: patterns(zone, area),
                  message: `${zone.name} must not import ${area}. ${zone.why}`,
                })),
                ...(zone.packages ? [{ group: zone.packages, message: `${zone.name}: ${zone.why}` }] : []),
              ],
            },
          },
        },
      },
    },
  }));
}

const isZone = (override) => override.linter?.rules?.style?.noRestrictedImports !== undefined;

/** A Biome configuration with its zones replaced by those of the table. */
export function withZones(config) {
  return { ...config, overrides: [...config.overrides.filter((override) => !isZone(override)), ...zoneOverrides()] };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href && process.argv.includes("--write")) {
  const file = fileURLToPath(new URL("../biome.json", import.meta.url));
  writeFileSync(file, `${JSON.stringify(withZones(JSON.parse(readFileSync(file, "utf8"))), null, 2)}\n`);
}
