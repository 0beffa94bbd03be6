import { expect, it } from "vitest";
import { readPlatformClock } from "./platform-clock";
import { answer } from "./scripted";

const deps = { now: () => 0, deadline: () => new AbortController().signal };

it("tells the platform's time from any answer, and carries nothing of ours", async () => {
  const sent: { url: string; headers: Record<string, string> }[] = [];
  const told = await readPlatformClock("https://iotda.test", {
    ...deps,
    fetch: async (url, { headers }) => {
      sent.push({ url, headers });
      return answer({ status: 401, headers: { date: "Fri, 09 Jan 2026 10:15:00 GMT" } });
    },
  });
  expect(told).toBe("2026-01-09T10:15:00.000Z");
  expect(sent).toEqual([{ url: "https://iotda.test/", headers: {} }]);
});

it("knows nothing where nobody answers, or no time is told", async () => {
  expect(await readPlatformClock("https://iotda.test", { ...deps, fetch: async () => answer({}) })).toBeNull();
  const cut = async () => Promise.reject(new TypeError("fetch failed"));
  expect(await readPlatformClock("https://iotda.test", { ...deps, fetch: cut })).toBeNull();
});
