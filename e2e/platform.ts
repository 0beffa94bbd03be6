import type { APIRequestContext } from "@playwright/test";

type Violation = { operation?: string; violation?: string; [more: string]: unknown };
/** `body` is what was sent, as the platform read it. */
type SeenRequest = {
  operation: string;
  status: number;
  body: { targets?: string[]; task_name?: string; [more: string]: unknown } | null;
};

/** What a test may order from the simulator; its README says what each does. */
export type Platform = {
  /** Moves the platform's calendar; everything due happens. */
  advance(seconds: number): Promise<void>;
  fault(order: { operation: string; kind: string; times?: number; [more: string]: unknown }): Promise<void>;
  clearFaults(): Promise<void>;
  device(id: string, change: Record<string, unknown>): Promise<void>;
  /** What the platform holds of a device; null when it has none of that id. */
  readDevice(id: string): Promise<Record<string, unknown> | null>;
  /** How many devices the platform has. */
  countDevices(): Promise<number>;
  /** Everything that the platform holds of this name: `files`, `tasks`, `state`. */
  read(what: string): Promise<Record<string, unknown>>;
  switches(change: Record<string, unknown>): Promise<void>;
  requests(operation?: string): Promise<SeenRequest[]>;
  /** What was asked of the platform with CreateBatchTask, and what it answered. */
  created(): Promise<Pick<SeenRequest, "status" | "body">[]>;
  /** Requests that broke the contract since the last `forget`. */
  violations(): Promise<Violation[]>;
  /** Forgets requests and violations. */
  forget(): Promise<void>;
};

/** The control interface of the simulator at `endpoint`, over HTTP. */
export function platformAt(endpoint: string, http: APIRequestContext): Platform {
  async function call(method: string, path: string, data?: unknown): Promise<Record<string, unknown>> {
    const response = await http.fetch(`${endpoint}/_sim/${path}`, { method, ...(data === undefined ? {} : { data }) });
    if (!response.ok()) throw new Error(`${method} /_sim/${path}: ${response.status()} ${await response.text()}`);
    const text = await response.text();
    return text === "" ? {} : JSON.parse(text);
  }
  const list = <Item>(value: unknown): Item[] => (Array.isArray(value) ? value : []);
  const requests = async (operation?: string) =>
    list<SeenRequest>((await call("GET", `requests?limit=1000${operation ? `&operation=${operation}` : ""}`)).requests);
  return {
    advance: async (seconds) => void (await call("POST", "advance", { seconds })),
    fault: async (order) => void (await call("POST", "faults", order)),
    clearFaults: async () => void (await call("DELETE", "faults")),
    device: async (id, change) => void (await call("POST", `devices/${id}`, change)),
    async readDevice(id) {
      const response = await http.get(`${endpoint}/_sim/devices/${id}`);
      if (response.status() === 404) return null;
      return await response.json();
    },
    async countDevices() {
      const { devices } = await call("GET", "state");
      return typeof devices === "object" && devices !== null && "total" in devices ? Number(devices.total) : Number.NaN;
    },
    read: (what) => call("GET", what),
    switches: async (change) => void (await call("POST", "switches", change)),
    requests,
    created: async () => (await requests("CreateBatchTask")).map(({ status, body }) => ({ status, body })),
    violations: async () => list<Violation>((await call("GET", "violations")).violations),
    forget: async () => void (await call("DELETE", "requests")),
  };
}
