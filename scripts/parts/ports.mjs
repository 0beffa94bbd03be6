import { createServer } from "node:net";
import { Refusal } from "./say.mjs";

/** Refuses a port that can not be listened on, with the reason. */
export async function checkPort(port, host) {
  const { code } = await probe(port, host);
  if (code === undefined) return;
  if (code === "EADDRINUSE")
    throw new Refusal(`Port ${port} is taken. End what uses it, or choose another one with PORT.`);
  if (code === "EACCES")
    throw new Refusal(`Port ${port} may not be used by this account. Choose another one with PORT.`);
  throw new Refusal(`Port ${port} on ${host} can not be listened on (${code}).`);
}

/** A port that is free now; `preferred` if it is. */
export async function freePort(preferred = 0, host = "127.0.0.1") {
  return (await probe(preferred, host)).port ?? (await probe(0, host)).port;
}

function probe(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", ({ code }) => resolve({ code }));
    server.listen({ port, host }, () => {
      const { port: free } = server.address();
      server.close(() => resolve({ port: free }));
    });
  });
}
