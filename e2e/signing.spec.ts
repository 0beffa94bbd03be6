import { expect, signIn, test } from "./fixtures";
import { launch } from "./launch";
import { platformAt } from "./platform";
import { reviewUpgradeOf, send } from "./wizard";

// The third way, derived signatures, is what the small platform of other files takes.
for (const way of ["basic", "token"] as const)
  test(`a platform that takes only ${way} requests is asked for an upgrade, and a day later again`, async ({
    page,
    request,
  }) => {
    test.slow();
    // A small fleet is enough: what differs is how each request is signed.
    const world = await launch({ flags: ["--signing", way, "--devices", "2000"] });
    const platform = platformAt(world.simulator.endpoint, request);
    try {
      await signIn(page, world);
      await send(page, await reviewUpgradeOf(page, "District 1 pilot"));
      await expect(page.getByText("Platform’s task ID")).toBeVisible();
      // A day later every token has ended: a new one is fetched, and nobody notices.
      await platform.advance(25 * 3_600);
      await page.goto(`${world.url}/tasks/new/softwareUpgrade`);
      await expect(page.getByRole("radio").first()).toBeVisible();

      const requests = await platform.requests();
      const tokens = requests.filter(({ operation }) => operation === "KeystoneCreateUserTokenByPassword");
      expect(tokens.length > 0).toBe(way === "token");
      const refused = requests.filter(({ status }) => status >= 400);
      expect(refused.filter(({ status }) => !(way === "token" && status === 401))).toEqual([]);
      expect(refused.length).toBeLessThanOrEqual(tokens.length);
      expect(await platform.violations()).toEqual([]);
    } finally {
      await page.close();
      await world.stop();
    }
  });
