import { netGap } from "../../core/proximal/netStep";
import { spectrumOf } from "../../core/spectrum/spectrum";
import { openChannel, startHeartbeat, throwRejections } from "../../protocol/channel";
import type { AnalysisCommand, AnalysisRequest, WorkerEvent } from "../../protocol/messages";
import { Analysis } from "./analysis";

const page = openChannel<WorkerEvent, AnalysisCommand>(self);
const analysis = new Analysis({
  send: (event) => page.send(event),
  spectrumOf,
  gapOf: netGap,
  now: () => performance.now(),
  schedule: (callback, delayMs) => setTimeout(callback, delayMs),
});

page.receive(({ port }) => {
  openChannel<never, AnalysisRequest>(port).receive((request) => analysis.request(request));
});
startHeartbeat(self);
throwRejections(self);
