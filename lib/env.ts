import { z } from "zod";
import { Secret } from "@/lib/secret";

export type Credentials =
  | { kind: "keys"; ak: Secret; sk: Secret; securityToken: Secret | null }
  | { kind: "token"; iamEndpoint: string; domain: string; user: string; password: Secret };

export type Signing = "auto" | "basic" | "derived";

/** One IoTDA instance and how we sign in to it. `endpoint` is an origin; `projectId` is null when IAM is to be asked. */
export type Platform = {
  endpoint: string;
  region: string;
  instanceId: string | null;
  signing: Signing;
  projectId: string | null;
  credentials: Credentials;
  /** What operators call this connection; null when nobody named it. */
  name: string | null;
  isSimulator: boolean;
};

/** Everything that the surroundings tell us. Only composition roots read it. */
export type Env = {
  platform: Platform;
  database: { url: Secret } | { directory: string };
  dataDir: string;
  port: number;
  /** The origin that browsers use, for cookies and origin checks; null when it was not given. */
  publicUrl: string | null;
  sessionSecret: Secret | null;
  /** For the first start without users; a missing password is made up and printed once. */
  firstAdmin: { email: string; password: Secret | null } | null;
  /** How many proxies in front of us append to X-Forwarded-For; 0 believes none. */
  trustedProxies: number;
  chineseTaskNames: boolean;
  logLevel: (typeof LOG_LEVELS)[number];
  worker: "inside" | "apart";
  outboundProxy: { url: Secret; except: string } | null;
  /** Certificates that Node trusts beside its own; read by Node itself as it starts, and only told of by us. */
  extraCaFile: string | null;
  /** Task types that not every instance has: module upgrades, and changes of gateway in batches. */
  moduleUpgrades: boolean;
  gatewayChanges: boolean;
  /** Rows that the platform takes in one batch task file. IoTDA reference: UploadBatchTaskFile says 30,000 and 100,000. */
  taskFileRows: number;
  /** Encrypts the rows of spreadsheets at rest; null: one is made in the data directory. */
  dataKey: Secret | null;
  /** Where an operator puts the official workbooks, one per task type. */
  templatesDir: string;
};

/** What is wrong with the environment: one sentence per variable, each naming it, none with a value. */
export class EnvError extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join("\n"));
    this.name = "EnvError";
  }
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
const REGION_IN_HOST = /\.([a-z]{2,}-[a-z]+-\d{1,2})\.(?:my)?(?:huaweicloud|myhwclouds)\.(?:com|cn)$/;

const isOrigin = (value: string): boolean => {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  return url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "" && url.password === "";
};
const word = (text: RegExp, error: string) => z.string().regex(text, { error }).optional();
const oneOf = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `must be one of ${words.join(", ")}` }).optional();
const origin = z
  .string()
  .refine(isOrigin, { error: "must be an address without a path, such as https://host or http://host:8080" })
  .transform((value) => new URL(value).origin)
  .optional();
const count = (from: number, to: number) =>
  z
    .string()
    .refine((value) => /^\d{1,6}$/.test(value) && Number(value) >= from && Number(value) <= to, {
      error: `must be a whole number from ${from} to ${to}`,
    })
    .transform(Number)
    .optional();
const printable = word(/^[\x21-\x7e]+$/, "must not contain spaces, line breaks or other unusual characters");
const secret = z
  .string()
  .transform((value) => new Secret(value))
  .optional();
const key = printable.transform((value) => (value === undefined ? undefined : new Secret(value)));

const variables = z.object({
  IOTDA_ENDPOINT: origin,
  IOTDA_REGION: word(/^[a-z0-9-]{1,64}$/, "must be a region's id, such as ap-southeast-1"),
  IOTDA_INSTANCE_ID: word(/^[A-Za-z0-9_-]{1,36}$/, "must be an instance's id: at most 36 letters, digits, _ and -"),
  IOTDA_SIGNING: oneOf(["auto", "basic", "derived"]),
  IOTDA_NAME: z.string().max(80, { error: "must have at most 80 characters" }).optional(),
  IOTDA_PLATFORM: oneOf(["simulator"]),
  HUAWEICLOUD_SDK_AK: key,
  HUAWEICLOUD_SDK_SK: key,
  HUAWEICLOUD_SDK_SECURITY_TOKEN: key,
  HUAWEICLOUD_SDK_PROJECT_ID: word(/^[A-Za-z0-9_-]{1,64}$/, "must be a project's id, usually 32 letters and digits"),
  IAM_ENDPOINT: origin,
  IAM_DOMAIN_NAME: z.string().optional(),
  IAM_USER_NAME: z.string().optional(),
  IAM_PASSWORD: secret,
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, { error: "must start with postgres:// or postgresql://" })
    .transform((value) => new Secret(value))
    .optional(),
  DATA_DIR: z.string().optional(),
  PORT: count(1, 65_535),
  PUBLIC_URL: origin,
  SESSION_SECRET: z
    .string()
    .min(32, { error: "must have at least 32 characters" })
    .transform((value) => new Secret(value))
    .optional(),
  ADMIN_EMAIL: word(/^[^\s@]+@[^\s@]+$/, "must be an email address"),
  ADMIN_PASSWORD: z
    .string()
    .min(8, { error: "must have at least 8 characters" })
    .max(128, { error: "must have at most 128 characters" })
    .transform((value) => new Secret(value))
    .optional(),
  TRUSTED_PROXIES: count(0, 10),
  TASK_NAME_CHINESE: oneOf(["true", "false"]),
  LOG_LEVEL: oneOf(LOG_LEVELS),
  WORKER: oneOf(["inside", "apart"]),
  HTTPS_PROXY: z
    .string()
    .refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), {
      error: "must be the address of a proxy, such as http://proxy:3128",
    })
    .transform((value) => new Secret(value))
    .optional(),
  NO_PROXY: z.string().optional(),
  NODE_EXTRA_CA_CERTS: z.string().optional(),
  IOTDA_MODULE_UPGRADES: oneOf(["true", "false"]),
  IOTDA_GATEWAY_CHANGES: oneOf(["true", "false"]),
  IOTDA_TASK_FILE_ROWS: count(1, 100_000),
  DATA_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, { error: "must be 64 hexadecimal digits" })
    .transform((value) => new Secret(value))
    .optional(),
  TEMPLATES_DIR: z.string().optional(),
});
type Variables = z.output<typeof variables>;

/** Reads the environment; an empty variable counts as unset. Throws `EnvError` with everything that is wrong at once. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.keys(variables.shape).map((name) => [name, pick(source, name)] as const));
  const parsed = variables.safeParse(given);
  if (!parsed.success)
    throw new EnvError(parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`));
  const read = parsed.data;
  const wrong: string[] = [];
  const platform = platformOf(read, wrong);
  if (read.ADMIN_PASSWORD !== undefined && read.ADMIN_EMAIL === undefined)
    wrong.push("ADMIN_EMAIL is not set, although ADMIN_PASSWORD is.");
  if (read.WORKER === "apart" && read.DATABASE_URL === undefined)
    wrong.push("DATABASE_URL is not set: WORKER=apart needs a PostgreSQL that console and worker share.");
  if (platform === null || wrong.length > 0) throw new EnvError(wrong);

  const { database, dataDir } = storageOf(read);
  return {
    platform,
    database,
    dataDir,
    port: read.PORT ?? 3000,
    publicUrl: read.PUBLIC_URL ?? null,
    sessionSecret: read.SESSION_SECRET ?? null,
    firstAdmin:
      read.ADMIN_EMAIL === undefined ? null : { email: read.ADMIN_EMAIL, password: read.ADMIN_PASSWORD ?? null },
    trustedProxies: read.TRUSTED_PROXIES ?? 0,
    chineseTaskNames: read.TASK_NAME_CHINESE === "true",
    logLevel: read.LOG_LEVEL ?? "info",
    worker: read.WORKER ?? "inside",
    outboundProxy: read.HTTPS_PROXY === undefined ? null : { url: read.HTTPS_PROXY, except: read.NO_PROXY ?? "" },
    extraCaFile: read.NODE_EXTRA_CA_CERTS ?? null,
    moduleUpgrades: read.IOTDA_MODULE_UPGRADES === "true",
    gatewayChanges: read.IOTDA_GATEWAY_CHANGES === "true",
    taskFileRows: read.IOTDA_TASK_FILE_ROWS ?? 30_000,
    dataKey: read.DATA_KEY ?? null,
    templatesDir: read.TEMPLATES_DIR ?? `${dataDir}/templates`,
  };
}

/** For programs that need nothing but the database, so that they work without a platform. Throws `EnvError`. */
export function parseStorageEnv(source: Record<string, string | undefined>): Pick<Env, "database" | "dataDir"> {
  const given = { DATABASE_URL: pick(source, "DATABASE_URL"), DATA_DIR: pick(source, "DATA_DIR") };
  const parsed = variables.pick({ DATABASE_URL: true, DATA_DIR: true }).safeParse(given);
  if (!parsed.success)
    throw new EnvError(parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`));
  return storageOf(parsed.data);
}

function storageOf(read: Pick<Variables, "DATABASE_URL" | "DATA_DIR">): Pick<Env, "database" | "dataDir"> {
  const dataDir = read.DATA_DIR ?? ".data";
  const database = read.DATABASE_URL === undefined ? { directory: `${dataDir}/database` } : { url: read.DATABASE_URL };
  return { database, dataDir };
}

/** Spaces around a pasted value are an accident, except in what people chose themselves. */
function pick(source: Record<string, string | undefined>, name: string): string | undefined {
  const value = source[name] ?? (name.endsWith("_PROXY") ? source[name.toLowerCase()] : undefined) ?? "";
  const kept = name.endsWith("PASSWORD") || name === "SESSION_SECRET" ? value : value.trim();
  return kept === "" ? undefined : kept;
}

function platformOf(read: Variables, wrong: string[]): Platform | null {
  const endpoint = read.IOTDA_ENDPOINT;
  if (endpoint === undefined) wrong.push("IOTDA_ENDPOINT is not set: it is the address of the IoTDA instance.");
  const region = read.IOTDA_REGION ?? (endpoint && REGION_IN_HOST.exec(new URL(endpoint).hostname)?.[1]);
  if (region === undefined && endpoint !== undefined)
    wrong.push("IOTDA_REGION is not set, and the address in IOTDA_ENDPOINT does not tell it.");
  const credentials = credentialsOf(read, region ?? "", wrong);
  const projectId = read.HUAWEICLOUD_SDK_PROJECT_ID ?? null;
  if (credentials?.kind === "keys" && projectId === null)
    wrong.push("HUAWEICLOUD_SDK_PROJECT_ID is not set: an access key needs the project's id beside it.");
  if (endpoint === undefined || region === undefined || credentials === null) return null;
  return {
    endpoint,
    region,
    instanceId: read.IOTDA_INSTANCE_ID ?? null,
    signing: read.IOTDA_SIGNING ?? "auto",
    projectId,
    credentials,
    name: read.IOTDA_NAME ?? null,
    isSimulator: read.IOTDA_PLATFORM === "simulator",
  };
}

/** An access key wins over user name and password; half of either is an error, not a reason to use the other. */
function credentialsOf(read: Variables, region: string, wrong: string[]): Credentials | null {
  const { HUAWEICLOUD_SDK_AK: ak, HUAWEICLOUD_SDK_SK: sk, HUAWEICLOUD_SDK_SECURITY_TOKEN: securityToken } = read;
  if (ak !== undefined && sk !== undefined) return { kind: "keys", ak, sk, securityToken: securityToken ?? null };
  const token = {
    IAM_DOMAIN_NAME: read.IAM_DOMAIN_NAME,
    IAM_USER_NAME: read.IAM_USER_NAME,
    IAM_PASSWORD: read.IAM_PASSWORD,
  };
  if (ak !== undefined || sk !== undefined || securityToken !== undefined) {
    for (const [name, value] of [
      ["HUAWEICLOUD_SDK_AK", ak],
      ["HUAWEICLOUD_SDK_SK", sk],
    ] as const)
      if (value === undefined)
        wrong.push(`${name} is not set: an access key needs both HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK.`);
    return null;
  }
  const { IAM_DOMAIN_NAME: domain, IAM_USER_NAME: user, IAM_PASSWORD: password } = token;
  if (domain !== undefined && user !== undefined && password !== undefined) {
    const iamEndpoint = read.IAM_ENDPOINT ?? `https://iam.${region}.myhuaweicloud.com`;
    return { kind: "token", iamEndpoint, domain, user, password };
  }
  const missing = Object.entries(token).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length === 3 && read.IAM_ENDPOINT === undefined)
    wrong.push(
      "HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set, nor are IAM_DOMAIN_NAME, IAM_USER_NAME and IAM_PASSWORD: the console needs one of the two to sign in to IoTDA.",
    );
  else
    for (const name of missing)
      wrong.push(`${name} is not set: a token needs IAM_DOMAIN_NAME, IAM_USER_NAME and IAM_PASSWORD.`);
  return null;
}
