import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Secret } from "@/lib/secret";

const FILE = "session-secret";
const MIN_LENGTH = 32;

/**
 * The secret that signs session cookies: the given one, else the one kept in the data directory (mode 0600), made on the
 * first start. Consoles that share a database must share it, so they are given one (SESSION_SECRET).
 */
export function sessionSecret(given: Secret | null, dataDir: string): Secret {
  if (given !== null) return given;
  const path = join(dataDir, FILE);
  if (existsSync(path)) {
    const kept = readFileSync(path, "utf8").trim();
    chmodSync(path, 0o600);
    if (kept.length >= MIN_LENGTH) return new Secret(kept);
  }
  const made = randomBytes(48).toString("base64url");
  mkdirSync(dataDir, { recursive: true });
  // Written aside and renamed: a kill in the middle leaves the old file or none, never half of one.
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `${made}\n`, { mode: 0o600 });
  renameSync(aside, path);
  return new Secret(made);
}
