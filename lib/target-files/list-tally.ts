import { EXAMPLE, judgeDeviceId } from "./device-id";
import { hashOfId, idTable } from "./id-table";
import { MAX_SPLIT_IDS } from "./parts";
import {
  type Choice,
  type ListVerdict,
  MAX_DEVICE_IDS,
  type Mark,
  REJECTIONS_KEPT,
  REJECTIONS_SHOWN,
  RefusedList,
  type Rejection,
  shorten,
} from "./verdict";

/** A read list: the verdict to show, the ready IDs joined by newlines (made anew each time), and the rejected rows that were kept. */
export type Reading = {
  kind: "reading";
  verdict: ListVerdict;
  ids: () => Uint8Array<ArrayBuffer>;
  rejections: readonly Rejection[];
};

type Found = Pick<ListVerdict, "above" | "header" | "columns" | "column" | "encoding" | "workbook">;

const CONTENT_CHARS = 200;

/** Counts cells one by one. Each becomes exactly one of ready, repeat or rejected. */
export function listTally(fixes: NonNullable<Choice["fixes"]>) {
  const ready = idTable();
  const rejections: Rejection[] = [];
  const counts = { entries: 0, repeats: 0, rejected: 0, blank: 0, fixable: 0, fixed: 0 };

  const take = (id: string, hash: number) => {
    if (!ready.add(id, hash)) counts.repeats += 1;
  };

  return {
    blank: () => {
      counts.blank += 1;
    },
    cell: (cell: string, line: number, mark: Mark | undefined, known?: number) => {
      const entry = counts.entries;
      counts.entries += 1;
      const hash = mark === undefined ? (known ?? hashOfId(cell)) : -1;
      if (hash !== -1 && !cell.startsWith(EXAMPLE)) return take(cell, hash);
      const judged = mark === undefined ? judgeDeviceId(cell) : { reason: mark, values: {}, fix: null };
      if (typeof judged === "string") return take(judged, hashOfId(judged));
      if (judged.fix !== null && (fixes === "all" || fixes.has(entry))) {
        counts.fixed += 1;
        return take(judged.fix, hashOfId(judged.fix));
      }
      counts.rejected += 1;
      if (judged.fix !== null) counts.fixable += 1;
      if (rejections.length < REJECTIONS_KEPT) {
        rejections.push({ ...judged, entry, line, content: shorten(cell, CONTENT_CHARS) });
      }
    },
    end: (found: Found): Reading => {
      if (counts.entries === 0) throw new RefusedList("nothing");
      const { ids: all } = ready;
      const over = Math.max(0, all.length - MAX_DEVICE_IDS);
      const verdict: ListVerdict = {
        kind: "list",
        ...counts,
        ...found,
        ready: all.length,
        over,
        rejections: rejections.slice(0, REJECTIONS_SHOWN),
        twins: ready.twins(),
      };
      const ids = () => new TextEncoder().encode(all.length <= MAX_SPLIT_IDS ? all.join("\n") : "");
      return { kind: "reading", verdict, ids, rejections };
    },
  };
}
