import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { launch, type Wishes, type World } from "./launch";
import { type Platform, platformAt } from "./platform";

type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

type WorkerFixtures = {
  /** What the console of this spec is started with; `test.use({ wishes: ... })` at the top of a file. */
  wishes: Wishes;
  world: World;
  session: Cookies;
};

type Fixtures = {
  platform: Platform;
  /** A page where the administrator is signed in. */
  operator: Page;
  /** Complaints of the browser that this test provokes on purpose. */
  tolerated: RegExp;
  honest: undefined;
};

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, { url, admin }: World, returnTo = "/"): Promise<void> {
  await page.goto(`${url}/sign-in${returnTo === "/" ? "" : `?returnTo=${encodeURIComponent(returnTo)}`}`);
  await page.getByLabel("Email").fill(admin.email);
  await page.getByLabel("Password").fill(admin.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Administrator" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

/** No violation of WCAG 2.2 A and AA that axe can see. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(
    new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]),
  );
}

/** Enough contrast everywhere; all that another theme can change. */
export const expectReadable = (page: Page): Promise<void> =>
  expectNoViolation(new AxeBuilder({ page }).withRules(["color-contrast"]));

async function expectNoViolation(axe: AxeBuilder): Promise<void> {
  // In the page itself, without a second one for the sum: there are no frames of other origins.
  const { violations } = await axe.setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual(
    [],
  );
}

async function signedInOnce(browser: Browser, world: World): Promise<Cookies> {
  const page = await browser.newPage();
  await signIn(page, world);
  const state = await page.context().storageState();
  await page.context().close();
  return state;
}

/** What the browser complains about: errors of scripts, refused by the policy, failed loads. */
function listen(page: Page, complaints: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(`${error}`));
}

/**
 * A console on a small platform of its own, which has what not every instance has and takes only the signatures of
 * instances of their own. Files that wish for it share it.
 */
export const SMALL_PLATFORM: Wishes = {
  flags: ["--devices", "2000", "--signing", "derived"],
  env: { IOTDA_MODULE_UPGRADES: "true", IOTDA_GATEWAY_CHANGES: "true" },
};

/** Seconds that are enough for every try of every device that answers or not, at the simulator's usual speed. */
const SOME_HOURS = 4 * 3_600;

export const test = base.extend<Fixtures, WorkerFixtures>({
  wishes: [{}, { scope: "worker", option: true }],
  world: [
    async ({ wishes }, use) => {
      const world = await launch(wishes);
      await use(world);
      await world.stop();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  session: [async ({ browser, world }, use) => use(await signedInOnce(browser, world)), { scope: "worker" }],
  baseURL: async ({ world }, use) => use(world.url),
  tolerated: [/^nothing$/, { option: true }],
  platform: async ({ world, playwright }, use) => {
    const http = await playwright.request.newContext();
    const platform = platformAt(world.simulator.endpoint, http);
    await use(platform);
    await platform.clearFaults();
    // What this test started ends before the next one needs its devices and its place among the ten.
    if ((await platform.requests("CreateBatchTask")).length > 0) await platform.advance(SOME_HOURS);
    await http.dispose();
  },
  operator: async ({ browser, session, world, contextOptions }, use) => {
    const context = await browser.newContext({ ...contextOptions, baseURL: world.url, storageState: session });
    await use(await context.newPage());
    await context.close();
  },
  // Holds for every test: nothing that we send breaks the platform's contract, and no browser complains.
  honest: [
    async ({ platform, browser, tolerated }, use) => {
      const complaints: string[] = [];
      await platform.forget();
      const watch = (context: ReturnType<Browser["contexts"]>[number]) =>
        context.on("page", (page) => listen(page, complaints));
      browser.on("context", watch);
      for (const context of browser.contexts()) watch(context);
      await use(undefined);
      browser.off("context", watch);
      expect(await platform.violations()).toEqual([]);
      expect(complaints.filter((text) => !tolerated.test(text))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
