import Papa from "papaparse";
import { readDeviceList } from "@/lib/target-files/read-device-list";
import { blobSource } from "@/lib/target-files/source";
import { deviceIds } from "./device-ids";
import { interleaved, timed } from "./measure";
import { printComparison } from "./print";

const never = new AbortController().signal;

/** What it costs to check a list of device ids over only splitting it into rows. */
export async function lists(): Promise<void> {
  for (const count of [30_000, 100_000]) {
    const blob = new Blob([["device_id", ...deviceIds(count)].join("\r\n")]);
    const [rows, checked] = await interleaved(
      [
        () => timed(async () => Papa.parse(await blob.text())),
        () => timed(() => readDeviceList(blobSource(blob), {}, { onBytes: () => undefined, signal: never })),
      ],
      { rounds: 15, warmUps: 5 },
    );
    printComparison({
      title: `CSV of ${count.toLocaleString("en")} rows: our reading over PapaParse alone, in Node`,
      direct: { name: "PapaParse, rows only", times: rows ?? [] },
      ours: [{ name: "encoding, column, every id checked, repeats removed", times: checked ?? [] }],
    });
  }
}
