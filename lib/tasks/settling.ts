const SECOND = 1_000;

/**
 * When an uncertain submission is looked for, in ms after the attempt: soon, because most are there at once, and for
 * five minutes, because a list may lag behind.
 */
const LOOKS_AFTER_MS = [2, 5, 10, 20, 40, 60, 90, 120, 180, 240, 300].map((after) => after * SECOND);

/** A look that the platform did not answer says nothing: it is made again and not counted. */
export const LOOK_AGAIN_MS = 10 * SECOND;

/** How far the platform's clock may be from ours. IoTDA reference: signatures are taken within 15 minutes. */
export const SKEW_MS = 15 * 60 * SECOND;

/** When (epoch ms) to look next; null once the looks have lasted long enough and a person has to choose. */
export function nextLookAt(attemptedAt: number, now: number): number | null {
  const after = LOOKS_AFTER_MS.find((ms) => attemptedAt + ms > now);
  return after === undefined ? null : attemptedAt + after;
}

/** True when a task was created so long before the submission (epoch ms) that older ones need not be read. */
export const isOlder = (createdAt: string | null, submittedAt: number): boolean =>
  createdAt !== null && Date.parse(createdAt) < submittedAt - SKEW_MS;
