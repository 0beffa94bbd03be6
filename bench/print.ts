import { median, type Ratio, ratioOf, type Times } from "./measure";

/** What was measured against what; all of the same interleaved run. */
export type Comparison = {
  title: string;
  /** What the others are compared with. */
  direct: { name: string; times: Times };
  ours: readonly { name: string; times: Times }[];
};

/** Columns as wide as their widest cell: the first to the left, the others to the right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)));
    console.log(`  ${cells.join("   ").trimEnd()}`);
  }
}

const ms = (value: number) => value.toFixed(value < 100 ? 1 : 0);
const spread = (times: Times) => `${ms(Math.min(...times))}..${ms(Math.max(...times))}`;
const ratioText = ({ ratio }: Ratio) => ratio.toFixed(2);
const ratioSpread = ({ least, most }: Ratio) => `${least.toFixed(2)}..${most.toFixed(2)}`;

export function printComparison({ title, direct, ours }: Comparison): void {
  console.log(`\n${title} (${direct.times.length} rounds)`);
  const row = (name: string, times: Times, ratio: Ratio | null) => [
    name,
    ratio === null ? "1" : ratioText(ratio),
    ratio === null ? "" : ratioSpread(ratio),
    ms(median(times)),
    spread(times),
  ];
  printTable([
    ["", "ratio", "min..max", "median ms", "min..max"],
    row(direct.name, direct.times, null),
    ...ours.map(({ name, times }) => row(name, times, ratioOf(times, direct.times))),
  ]);
}
