import { intakeDesk } from "./intake-desk";
import type { Ask } from "./intake-protocol";

const desk = intakeDesk((answer, transfer) => self.postMessage(answer, { transfer }));

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  void desk(data);
};
