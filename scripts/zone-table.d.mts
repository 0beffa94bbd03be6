export type Zone = { name: string; files: string[]; sample: string; may: string[]; packages?: string[]; why: string };
export declare const AREAS: string[];
export declare const ZONES: Zone[];
