import { setBackend } from "@tensorflow/tfjs-core";
import type { LandscapeEvent, LandscapeSteps } from "../../protocol/landscape";
import type { SweepEvent, SweepRequest } from "../../protocol/sweep";
import type { ExperimentState } from "../../store/experiment/state";
import { selectLandscapeQuestion } from "../../store/views/landscape/questionSelectors";
import { LandscapeDesk } from "../../worker/landscape/landscape";
import type { WorkerDeps } from "../../worker/loading/loadExperiment";
import { macrotask } from "../../worker/scheduling/macrotask";
import { sweep } from "../../worker/sweep/sweep";

/** What the sweep worker says of a request: its cells and its end. */
export async function recordSweep(request: SweepRequest, deps: WorkerDeps): Promise<SweepEvent[]> {
  const events: SweepEvent[] = [];
  await sweep(request, deps, (event) => events.push(event));
  const { sweep: id } = request;
  return events.flatMap((event) => {
    if (event.type === "sweepFailure") throw new Error(JSON.stringify(event.notice));
    return event.type === "sweepProgress" ? [] : [{ ...event, sweep: id }];
  });
}

/** The landscape worker's steps for a state, on the backend that it uses. Its surfaces are cheap and are made anew. */
export async function recordLandscape(state: ExperimentState): Promise<LandscapeSteps> {
  return new Promise((resolve, reject) => {
    const desk = new LandscapeDesk({
      send(event: LandscapeEvent) {
        if (event.type === "steps") resolve(event.steps);
        if (event.type === "failure") reject(new Error(JSON.stringify(event.notice)));
      },
      macrotask,
      async start() {
        if (!(await setBackend("cpu"))) throw new Error("tfjs does not start its cpu backend.");
      },
    });
    desk.request({ id: 1, ...selectLandscapeQuestion(state) });
  });
}
