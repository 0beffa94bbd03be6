import { expect, test, vi } from "vitest";
import { FailureError } from "@/lib/failure";
import { createJobs } from "./jobs";
import { blankSlate } from "./ports";
import { subjectOf } from "./subject";
import { testCaller } from "./testing";

const subject = subjectOf({ spaceId: "space", type: "freezeDevices", content: {} });
const of = (draftId: string, key = "k") => ({ draftId, key, subject, slate: blankSlate(), caller: testCaller() });
const never = () => new Promise<void>(() => undefined);

function held() {
  let time = 0;
  const onBug = vi.fn();
  const jobs = createJobs(() => time, onBug);
  const pass = (ms: number) => {
    time += ms;
  };
  return { jobs, pass, onBug };
}

test("a look is found again while it runs, and what it found for five minutes and not longer", async () => {
  const { jobs, pass } = held();
  let end = (): void => undefined;
  const job = jobs.start(of("d"), () => new Promise((resolve) => (end = resolve)));
  pass(10 * 60_000);
  expect(jobs.find("d", "k")).toBe(job);
  expect(job.state).toBe("running");
  end();
  await vi.waitFor(() => expect(job.state).toBe("done"));
  pass(5 * 60_000 - 1);
  expect(jobs.find("d", "k")).toBe(job);
  pass(1);
  expect(jobs.find("d", "k")).toBeNull();
});

test("another choice is another look, and ends the one before", () => {
  const { jobs } = held();
  const before = jobs.start(of("d", "one"), never);
  expect(jobs.find("d", "two")).toBeNull();
  const other = jobs.start(of("e", "one"), never);
  jobs.start(of("d", "two"), never);
  expect(before.state).toBe("skipped");
  expect(before.caller.left()).toBe(0);
  expect(other.state).toBe("running");
});

test("a skipped look asks no more and keeps what it found", () => {
  const { jobs } = held();
  const job = jobs.start(of("d"), never);
  jobs.skip(job);
  expect(job.caller.left()).toBe(0);
  expect(jobs.find("d", "k")).toMatchObject({ state: "skipped" });
});

test("twelve looks are kept; for the thirteenth the oldest that is over goes, not one that runs", async () => {
  const { jobs, pass } = held();
  jobs.start(of("running"), never);
  for (let index = 0; index < 11; index += 1) {
    pass(1);
    const job = jobs.start(of(`d${index}`), () => Promise.resolve());
    await vi.waitFor(() => expect(job.state).toBe("done"));
  }
  expect(jobs.find("d0", "k")).not.toBeNull();
  jobs.start(of("last"), never);
  expect(jobs.find("d0", "k")).toBeNull();
  expect(jobs.find("d1", "k")).not.toBeNull();
  expect(jobs.find("running", "k")).not.toBeNull();
});

test("a failure ends a look with its reason; a bug is reported", async () => {
  const { jobs, onBug } = held();
  const failure = { kind: "missing", what: "device-list" } as const;
  const failing = jobs.start(of("d"), () => Promise.reject(new FailureError(failure)));
  await vi.waitFor(() => expect(failing.state).toBe("done"));
  expect(failing.caller.troubles).toEqual([{ operation: "console", failure }]);
  expect(onBug).not.toHaveBeenCalled();
  const broken = jobs.start(of("e"), () => Promise.reject(new Error("bug")));
  await vi.waitFor(() => expect(broken.state).toBe("done"));
  expect(onBug).toHaveBeenCalledOnce();
});
