import { expect, test } from "vitest";
import { Contract } from "./contract";
import { READS, WRITES } from "./operations";

test("every operation of the contract is answered, and nothing else", () => {
  const { operations } = new Contract(new URL("./contract/openapi.yaml", import.meta.url));
  const answered = [...Object.keys(READS), ...Object.keys(WRITES)];
  expect(answered.sort()).toEqual(operations.map((operation) => operation.id).sort());
});
