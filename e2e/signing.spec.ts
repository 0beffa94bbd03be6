import { expect, signIn, test } from "./fixtures";
import { launch } from "./launch";
import { platformAt } from "./platform";
import { finish, legend, standing } from "./task-page";
import { reviewUpgradeOf, send } from "./wizard";

for (const way of ["basic", "derived", "token"] as const)
  test(`a platform that takes only ${way} requests is asked for an upgrade and watched to its end`, async ({
    page,
    request,
  }) => {
    test.slow();
    // A small fleet is enough: what differs is how each request is signed.
    const world = await launch({ flags: ["--signing", way, "--devices", "2000"] });
    const platform = platformAt(world.simulator.endpoint, request);
    try {
      await signIn(page, world);
      const count = await reviewUpgradeOf(page, "District 1 water meters");
      await send(page, count);
      await expect(page.getByText("Platform’s task ID")).toBeVisible();
      await finish(page, platform);
      await expect(standing(page)).toHaveText(/Done|Partly done/);
      expect((await legend(page, "Done")) + (await legend(page, "Failed"))).toBe(count);
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
