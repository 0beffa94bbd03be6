import { afterEach, beforeEach, expect, vi } from "vitest";

/** What a test makes the code complain about on the console is a failure of that test, unless it mocks it itself. */
let complaints: unknown[][] = [];

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, "error").mockImplementation((...words) => {
    complaints.push(words);
  });
});

afterEach(() => {
  expect(complaints, "console.error was called").toEqual([]);
});
