import type { Server } from "node:http";
import type { Gate, Signing } from "./authentication";
import { Contract } from "./contract";
import { Faults } from "./control/faults";
import { RequestLog } from "./control/request-log";
import { Host } from "./host";
import { Iam } from "./iam";
import type { JsonObject } from "./json";
import { createPlatformServer } from "./server";
import { testClient, testUpload } from "./test-client";

export const PROJECT = "0123456789abcdef0123456789abcdef";
const INSTANCE = "instance-1";
export const ACCOUNT = { domain: "domain", user: "user", password: "secret-password", project: PROJECT, region: "r-1" };

const contract = new Contract(new URL("./contract/openapi.yaml", import.meta.url));

/** A whole platform on a free port, or on a socket file, with a clock that tests set. Close it at the end. */
export async function testServer(signing: Signing = "any", socket?: string) {
  const clock = { now: Date.UTC(2026, 0, 10, 12) };
  const wall = () => clock.now;
  const gate: Gate = {
    signing,
    accessKey: "AK1",
    secretKey: "SK1",
    region: "r-1",
    iam: new Iam(ACCOUNT),
    badToken: 401,
    plainRefusal: 401,
  };
  const host = new Host({ seed: 1, devices: 300, speed: 60, failures: 0.03, fileRows: 30_000 }, contract, wall);
  const server = createPlatformServer({
    contract,
    host,
    gate,
    faults: new Faults(),
    log: new RequestLog(),
    search: { rate: 1 },
    project: PROJECT,
    instance: INSTANCE,
    wall,
  });
  const endpoint = await listen(server, socket);
  const common = { endpoint, accessKey: "AK1", secretKey: "SK1", project: PROJECT, region: "r-1", now: wall };
  return {
    clock,
    endpoint,
    options: common,
    basic: testClient(common),
    upload: testUpload(common),
    derived: testClient({ ...common, scheme: "derived" }),
    control: (method: string, path: string, body?: JsonObject) => callControl(endpoint, method, path, body),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function callControl(endpoint: string, method: string, path: string, body?: JsonObject): Promise<JsonObject> {
  const response = await fetch(`${endpoint}/_sim${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  const parsed: JsonObject = text === "" ? {} : JSON.parse(text);
  return parsed;
}

async function listen(server: Server, socket: string | undefined): Promise<string> {
  if (socket !== undefined) {
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    return socket;
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no address");
  return `http://127.0.0.1:${address.port}`;
}
