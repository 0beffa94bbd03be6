import type { Env } from "@/lib/env";
import type { ConnectionFacts } from "@/lib/fleet/connection";
import { signingRule, signingScheme } from "@/lib/iotda/signing-scheme";
import { MAX_FILE_BYTES } from "@/lib/target-files/split-rows";
import { MAX_DAYS_AHEAD } from "@/lib/tasks/schedule";
import { MAX_ACTION_TARGETS, MAX_TARGETS } from "@/lib/tasks/targets";

/** IoTDA reference: limits, batch tasks processed at once in a resource space. */
const TASKS_AT_ONCE = 10;
/** IoTDA reference: batch task files. */
const FILES_AT_ONCE = 10;

/** What an administrator set up, in words that give nothing away. `canRead` tells whether a file can be read. */
export function connectionFacts(env: Env, canRead: (file: string) => boolean): ConnectionFacts {
  const { platform, outboundProxy, extraCaFile } = env;
  const { host, protocol } = new URL(platform.endpoint);
  const encrypted = protocol === "https:";
  return {
    name: platform.name,
    isSimulator: platform.isSimulator,
    host,
    encrypted,
    region: platform.region,
    projectId: platform.projectId === null ? null : masked(platform.projectId),
    instanceId: platform.instanceId,
    signing: signingOf(platform),
    credentials: credentialsOf(platform),
    proxy:
      outboundProxy === null
        ? null
        : {
            host: new URL(outboundProxy.url.reveal()).host,
            used: encrypted,
            exceptions: outboundProxy.except.trim() !== "",
          },
    privateCa: extraCaFile === null ? "unset" : canRead(extraCaFile) ? "set" : "unreadable",
    switches: {
      moduleUpgrades: env.moduleUpgrades,
      gatewayChanges: env.gatewayChanges,
      chineseTaskNames: env.chineseTaskNames,
    },
    limits: {
      tasksAtOnce: TASKS_AT_ONCE,
      targets: MAX_TARGETS,
      fileRows: env.taskFileRows,
      fileBytes: MAX_FILE_BYTES,
      files: FILES_AT_ONCE,
      daysAhead: MAX_DAYS_AHEAD,
      actionTargets: MAX_ACTION_TARGETS,
    },
  };
}

function signingOf({ credentials, endpoint, region, signing }: Env["platform"]): ConnectionFacts["signing"] {
  if (credentials.kind === "token") return { scheme: "token", rule: "token" };
  return { scheme: signingScheme(endpoint, region, signing).kind, rule: signingRule(endpoint, signing) };
}

const credentialsOf = ({ credentials }: Env["platform"]): ConnectionFacts["credentials"] =>
  credentials.kind === "keys"
    ? { kind: "keys", temporary: credentials.securityToken !== null }
    : { kind: "token", iamHost: new URL(credentials.iamEndpoint).host };

/** Enough to tell two projects apart; of a short id nothing but its length is left. */
function masked(id: string): string {
  const shown = id.length >= 16 ? 4 : 0;
  return `${id.slice(0, shown)}${"•".repeat(8)}${shown === 0 ? "" : id.slice(-shown)}`;
}
