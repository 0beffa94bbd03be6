import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Notes that it runs, and that it was asked to end and did so in order. */
const notes = (name: string) => `
import { writeFileSync } from "node:fs";
const at = process.env.NOTES;
writeFileSync(at + "/${name}.pid", String(process.pid));
process.once("SIGTERM", () => setTimeout(() => {
  writeFileSync(at + "/${name}.ended", String(Date.now()));
  process.exit(0);
}, 50));
`;

const CONSOLE = `${notes("console")}
import { createServer } from "node:http";
if (process.env.BROKEN) {
  process.send({ kind: "failed", message: process.env.BROKEN });
} else {
  process.send({ kind: "first-admin", email: "first@example.com", password: "made-up" });
  const seen = { url: process.env.IOTDA_ENDPOINT, key: process.env.HUAWEICLOUD_SDK_AK, data: process.env.DATA_DIR };
  createServer((_, answer) => answer.end(JSON.stringify(seen))).listen(Number(process.env.PORT), process.env.HOSTNAME);
}
`;

const SIMULATOR = `${notes("simulator")}
import { createServer } from "node:http";
const server = createServer((_, answer) => answer.end()).listen(0, "127.0.0.1", () => {
  const ready = { endpoint: "http://127.0.0.1:" + server.address().port, ak: "AK", sk: "SK", project: "p", region: "r" };
  process.stdout.write(JSON.stringify(ready) + "\\nand more for people\\n");
});
`;

const ENV = `
export class EnvError extends Error {
  sentences = ["IOTDA_SIGNING must be one of auto, basic, derived."];
}
export function parseEnv(env) {
  if (env.IOTDA_SIGNING === "nonsense") throw new EnvError();
}
`;

/** A build that the launcher takes for real, of programs that start at once and note what becomes of them. */
export function fakeBuild(directory: string): string {
  const files = {
    "console/server.js": CONSOLE,
    "console/package.json": '{"type":"module"}',
    "programs/simulator.mjs": SIMULATOR,
    "programs/env.mjs": ENV,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(directory, file, ".."), { recursive: true });
    writeFileSync(join(directory, file), text);
  }
  return directory;
}
