import { startTransition, useEffect, useState } from "react";
import { ROWS_PAGE, type RowFilter, type RowPage } from "@/lib/target-files/rows/verdict";
import type { RowActions } from "./use-rows";

type Wanted = { filter: RowFilter; from: number; reveal: boolean; revision: number };

/** The page of rows that is wanted; until it is there, the one before. Asked anew whenever the rows have changed. */
export function useRowPage(page: RowActions["page"], { filter, from, reveal, revision }: Wanted): RowPage {
  const [shown, setShown] = useState<RowPage>({ rows: [], total: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows behind the page change with their revision
  useEffect(() => {
    let isWanted = true;
    page(filter, from, ROWS_PAGE, reveal).then(
      (next) => {
        // In small steps between frames: fifty rows of eleven cells are a lot to lay out at once.
        if (isWanted) startTransition(() => setShown(next));
      },
      // The worker that held the rows is gone: the session says so.
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [page, filter, from, reveal, revision]);
  return shown;
}
