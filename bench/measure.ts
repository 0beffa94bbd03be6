/** One thing to measure; answers how long it took, in milliseconds, so that it can leave its preparations out. */
export type Case = () => Promise<number>;

/** Milliseconds of every round, in order. */
export type Times = readonly number[];

/** How many times as long: of the medians, and the least and the most of the same over parts of the run. */
export type Ratio = { ratio: number; least: number; most: number };

const PARTS = 5;

export async function timed(run: () => unknown): Promise<number> {
  const from = performance.now();
  await run();
  return performance.now() - from;
}

/** Runs all cases in turn, each round beginning with another one, so that whatever disturbs falls on all of them. */
export async function interleaved(
  cases: readonly Case[],
  { rounds, warmUps }: { rounds: number; warmUps: number },
): Promise<readonly Times[]> {
  const times = cases.map((): number[] => []);
  for (let round = -warmUps; round < rounds; round += 1) {
    for (let step = 0; step < cases.length; step += 1) {
      const at = (step + Math.abs(round)) % cases.length;
      const took = await cases[at]?.();
      if (round >= 0 && took !== undefined) times[at]?.push(took);
    }
  }
  return times;
}

export function median(times: Times): number {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** Both series must be of the same interleaved run. */
export function ratioOf(ours: Times, direct: Times): Ratio {
  const size = Math.ceil(ours.length / PARTS);
  const parts = Array.from({ length: Math.ceil(ours.length / size) }, (_, part) => {
    const within = (times: Times) => median(times.slice(part * size, (part + 1) * size));
    return within(ours) / within(direct);
  });
  return { ratio: median(ours) / median(direct), least: Math.min(...parts), most: Math.max(...parts) };
}
