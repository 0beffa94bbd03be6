import type { AddressInfo } from "node:net";
import type { Gate } from "./authentication";
import { Contract } from "./contract";
import { Faults } from "./control/faults";
import { RequestLog } from "./control/request-log";
import { Host } from "./host";
import { Iam } from "./iam";
import { Journal } from "./journal";
import { HELP, type Options, readOptions } from "./options";
import { createPlatformServer } from "./server";

/** How often due happenings are run when nobody asks, in milliseconds. */
const PULSE_MS = 250;

function start(options: Options): void {
  const contract = new Contract(options.contractFile ?? new URL("./contract/openapi.yaml", import.meta.url));
  const journal = options.stateFile === undefined ? undefined : new Journal(options.stateFile);
  const host = new Host(options, contract, Date.now, journal);
  const gate: Gate = {
    signing: options.signing,
    accessKey: options.accessKey,
    secretKey: options.secretKey,
    region: options.region,
    iam: new Iam({
      domain: options.iamDomain,
      user: options.iamUser,
      password: options.iamPassword,
      project: options.project,
      region: options.region,
    }),
    badToken: 401,
    plainRefusal: 401,
  };
  const server = createPlatformServer({
    contract,
    host,
    gate,
    faults: new Faults(),
    log: new RequestLog(),
    search: { rate: options.searchRate },
    project: options.project,
    instance: options.instance,
    wall: Date.now,
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    const taken = error.code === "EADDRINUSE";
    fail(taken ? `Port ${options.port} is taken. Choose another one with --port.` : error.message);
  });
  server.listen(options.port, options.host, () => {
    const address = server.address();
    if (address !== null && typeof address !== "string") announce(options, address, host);
  });
  const pulse = setInterval(() => host.catchUp(), PULSE_MS);
  const end = () => {
    clearInterval(pulse);
    server.close();
    server.closeAllConnections();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
  process.once("disconnect", end);
}

function announce(options: Options, { port }: AddressInfo, host: Host): void {
  const endpoint = `http://${options.host}:${port}`;
  const ready = {
    ready: true,
    endpoint,
    iam_endpoint: endpoint,
    ak: options.accessKey,
    sk: options.secretKey,
    project: options.project,
    instance: options.instance,
    region: options.region,
    signing: options.signing,
    iam_domain: options.iamDomain,
    iam_user: options.iamUser,
    iam_password: options.iamPassword,
    pid: process.pid,
  };
  const lines = [
    JSON.stringify(ready),
    `Simulated IoTDA platform on ${endpoint}, ${host.world.devices.size} devices, speed ${options.speed}`,
    `  access key  ${options.accessKey}`,
    `  secret key  ${options.secretKey}`,
    `  project     ${options.project}`,
    `  instance    ${options.instance}`,
    `  region      ${options.region}`,
    `  IAM user    ${options.iamDomain} / ${options.iamUser} / ${options.iamPassword}`,
    `  signing     ${options.signing}`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") process.stdout.write(HELP);
  else start(options);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
