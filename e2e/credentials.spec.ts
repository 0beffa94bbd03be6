import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, expectAccessible, signIn, test } from "./fixtures";
import { launch } from "./launch";
import { settingsFor } from "./own-console";

// Our own routes answer that they could not ask the platform, and the browser says so.
test.use({ tolerated: /status of 50[234]/ });

/** A platform that does not answer is asked some times more before it is told. */
const SEVERAL_TRIES = { timeout: 60_000 };
const WRONG_SK = "wrongwrongwrongwrongwrongwrongwrongwrong";

const CASES = [
  {
    name: "nobody who listens",
    wrong: { IOTDA_ENDPOINT: "http://127.0.0.1:4999" },
    says: "Nothing listens at 127.0.0.1:4999",
    where: "IOTDA_ENDPOINT",
  },
  {
    name: "a wrong secret key",
    wrong: { HUAWEICLOUD_SDK_SK: WRONG_SK },
    says: "The access key and its secret do not fit",
    where: "HUAWEICLOUD_SDK_SK",
  },
  {
    name: "a wrong region",
    wrong: { IOTDA_SIGNING: "derived", IOTDA_REGION: "mars-north-1" },
    says: "The request was signed for another region",
    where: "IOTDA_REGION",
  },
  {
    name: "an unknown project",
    wrong: { HUAWEICLOUD_SDK_PROJECT_ID: "ffffffffffffffffffffffffffffffff" },
    says: "The project is not known to this instance",
    where: "HUAWEICLOUD_SDK_PROJECT_ID",
  },
] as const;

test("with wrong settings one page says what is wrong and where to set it, without a secret", async ({
  page,
  world,
}) => {
  test.slow();
  // One after the other on the same data, so that who has signed in once stays so.
  const dataDir = mkdtempSync(join(tmpdir(), "fleet-e2e-wrong-"));
  for (const [index, { name, wrong, says, where }] of CASES.entries())
    await test.step(name, async () => {
      const bad = await launch({ dataDir, env: { ...settingsFor(world.simulator), ...wrong } });
      try {
        if (index === 0) await signIn(page, bad);
        else await page.goto(bad.url);
        await expect(page.getByText(says)).toBeVisible(SEVERAL_TRIES);
        await expect(page.getByText(where, { exact: true }).first()).toBeVisible();
        if (index === 0) await expectAccessible(page);
        const told = await page.content();
        for (const secret of [world.simulator.sk, WRONG_SK, bad.admin.password]) expect(told).not.toContain(secret);
        await page.goto(`${bad.url}/tasks`);
        await expect(page.getByText(says)).toBeVisible();
      } finally {
        await page.goto("about:blank");
        await bad.stop();
      }
    });
  rmSync(dataDir, { recursive: true, force: true });
});
