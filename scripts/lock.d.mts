type Package = { version?: string; optional?: boolean; optionalDependencies?: Record<string, string> };
export type Lock = { packages: Record<string, Package> };
export declare function missingFrom(lock: Lock): Record<string, Package>;
