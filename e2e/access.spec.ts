import { expect, signIn, signOut, test } from "./fixtures";

const NOBODY = "00000000-0000-4000-8000-000000000000";
const PAGES = [
  ...["/", "/tasks", `/tasks/${NOBODY}`, "/tasks/new", "/tasks/new/firmwareUpgrade", "/account", "/templates"],
  ...["/devices", `/devices/${NOBODY}`, "/packages", "/packages/new", `/packages/${NOBODY}`, "/connection"],
];
const READS = [
  "/api/link",
  "/api/overview",
  "/api/tasks",
  `/api/tasks/${NOBODY}`,
  `/api/tasks/${NOBODY}/sub-tasks`,
  `/api/tasks/${NOBODY}/actions/${NOBODY}`,
  `/api/drafts/${NOBODY}`,
  `/api/drafts/${NOBODY}/check`,
  "/api/packages?type=firmwarePackage",
  `/api/drafts/${NOBODY}/check/list`,
  "/api/products",
  `/api/products/${NOBODY}`,
  `/api/packages/${NOBODY}`,
  "/api/devices",
  `/api/devices/${NOBODY}`,
  "/api/device-count",
  "/api/device-ids",
  "/api/groups",
  `/api/groups/${NOBODY}/count`,
];

// What a page asks for while it is being left is refused, and the browser says so.
test.use({ tolerated: /status of 401/ });

test("without a session every page leads to signing in, and back to itself after it", async ({ page, world }) => {
  for (const path of PAGES) {
    await page.goto(path);
    const asked = new URL(page.url());
    expect(asked.pathname, path).toBe("/sign-in");
    expect(asked.searchParams.get("returnTo") ?? "/", path).toBe(path);
  }
  await signIn(page, world, "/tasks/new");
  await expect(page).toHaveURL(/\/tasks\/new$/);
});

test("without a session no address answers but health, and nothing of the platform is asked", async ({
  request,
  platform,
  world,
}) => {
  for (const path of READS) {
    const answer = await request.get(path);
    expect([path, answer.status()]).toEqual([path, 401]);
    expect(await answer.json()).toEqual({ failure: { kind: "signed-out" } });
  }
  const sameOrigin = { origin: world.url, "content-type": "text/plain" };
  for (const kind of ["targets", "rows"]) {
    const path = `/api/drafts/${NOBODY}/${kind}?source=a.csv`;
    const answer = await request.put(path, { headers: sameOrigin, data: "WM210-07-000001" });
    expect([path, answer.status()]).toEqual([path, 401]);
  }
  const secrets = await request.post(`/api/tasks/${NOBODY}/registered`, { headers: sameOrigin });
  expect(secrets.status()).toBe(401);
  expect((await request.get("/api/health")).status()).toBe(200);
  expect(await platform.requests("ListDeviceGroups")).toEqual([]);
  expect(await platform.requests("ListOtaPackageInfo")).toEqual([]);
});

test("every page is sent with a policy that lets only its own scripts run", async ({ operator }) => {
  const nonces = new Set<string>();
  for (const path of ["/", "/tasks", "/tasks/new/firmwareUpgrade", "/account"]) {
    const answer = await operator.goto(path);
    const headers = answer?.headers() ?? {};
    const policy = headers["content-security-policy"] ?? "";
    const scripts = policy.split("; ").find((part) => part.startsWith("script-src "));
    const nonce = scripts?.match(/'nonce-([^']+)'/)?.[1];
    expect(scripts, path).not.toContain("unsafe-inline");
    expect(scripts, path).not.toContain("unsafe-eval");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(nonce, path).toBeDefined();
    nonces.add(nonce ?? "");
    expect(await answer?.text(), path).toContain(`nonce="${nonce}"`);
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
    });
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
  expect(nonces.size).toBe(4);
});

test("who signs out is out: the old cookie opens nothing any more", async ({ page, world, playwright }) => {
  await signIn(page, world);
  const { cookies } = await page.context().storageState();
  await signOut(page);
  const old = await playwright.request.newContext({ baseURL: world.url, storageState: { cookies, origins: [] } });
  expect((await old.get("/api/tasks")).status()).toBe(401);
  await old.dispose();
});
