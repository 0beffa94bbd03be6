import { rowsDesk } from "./desk";
import type { RowAsk } from "./protocol";

const desk = rowsDesk((answer, transfer) => self.postMessage(answer, { transfer }));

self.onmessage = ({ data }: MessageEvent<RowAsk>) => {
  void desk(data);
};
