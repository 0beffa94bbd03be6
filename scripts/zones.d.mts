import type { Zone } from "./zone-table.mjs";
export declare function forbidden(zone: Zone): string[];
export declare function withZones<Config>(config: Config): Config;
