import { netGap } from "../../core/proximal/netStep";
import { spectrumOf } from "../../core/spectrum/spectrum";
import type { PortLike } from "../../protocol/channel";
import type { AnalysisRequest, Command, WorkerEvent } from "../../protocol/messages";
import type { SweepRequest } from "../../protocol/sweep";
import { configureCommand } from "../../store/experiment/configure";
import { createExperimentStore } from "../../store/experiment/experimentStore";
import { initialState } from "../../store/experiment/initialState";
import { readLink } from "../../store/link/readLink";
import { serve } from "../../worker/trainer/serve";
import { Trainer } from "../../worker/trainer/trainer";
import type { Recipe } from "../models/recipes";
import type { RecordedModel } from "../models/recorded";
import { csvFile, openStillPage } from "../models/stillPage";
import { keptEvents } from "./keptEvents";
import { recordingDeps } from "./recordingDeps";
import { recordLandscape, recordSweep } from "./recordViews";

const PATIENCE_MS = 120_000;
/** Long enough for what a session still has to say once it stands still. */
const QUIET_MS = 30;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Trains a recipe with the page's own trainer and returns what its workers said. `taken` shortens it. */
export async function recordModel(recipe: Recipe, taken = recipe.taken): Promise<RecordedModel> {
  const loss = new EventTarget();
  const deps = recordingDeps(
    new Promise((resolve) => loss.addEventListener("lost", () => resolve("the driver was reset"))),
  );
  const trainer = new Trainer(deps, (event) => hear(event));
  const tellTrainer: ((command: Command) => void)[] = [];
  const channel = {
    send: (event: WorkerEvent) => hear(event),
    receive: (listener: (command: Command) => void) => {
      tellTrainer.push(listener);
      return () => {};
    },
  };
  serve(channel, trainer);
  trainer.connectAnalysis(analysisPort(recipe, (event) => hear(event)));

  const events: WorkerEvent[] = [];
  const sweeps: SweepRequest[] = [];
  const store = createExperimentStore(initialState(readLink("").config));
  const send = (command: Command) => {
    for (const tell of tellTrainer) tell(command);
  };
  const page = openStillPage(store, recipe.link, { send, sweep: (request) => sweeps.push(request) });
  const hear = (event: WorkerEvent) => {
    events.push(event);
    page.hear(event);
  };
  const restsAt = async (step: number) => {
    const isHere = () => events.some((event) => event.type === "status" && event.step === step);
    for (const start = performance.now(); !isHere(); await pause(1)) {
      const failure = events.find((event) => event.type === "failure" || event.type === "csvRefused");
      if (failure || performance.now() - start > PATIENCE_MS)
        throw new Error(`${recipe.link} does not come to step ${step}: ${JSON.stringify(failure)}`);
    }
  };

  const command = configureCommand(store.getState());
  if (recipe.csv !== undefined) page.actions.openCsv([csvFile(recipe.csv)]);
  else if (command) send(command);
  await restsAt(0);
  for (let step = 0; step < taken; step++) {
    for (const { run, name, value } of recipe.moves?.filter((move) => move.step === step) ?? [])
      page.actions.setHyperparam(run, name, value);
    page.actions.step();
    await restsAt(step + 1);
  }
  for (let heard = -1; heard !== events.length; await pause(QUIET_MS)) heard = events.length;
  if (recipe.lostAt === taken) {
    loss.dispatchEvent(new Event("lost"));
    await pause(QUIET_MS);
  }
  const { experiment } = store.getState();
  trainer.sessionOf(experiment)?.end();
  await pause(QUIET_MS); // its tensors are let go
  if (recipe.hasSweep) page.actions.startSweep();
  return {
    events: keptEvents(events, recipe.kept, taken),
    sweep: (await Promise.all(sweeps.map((request) => recordSweep(request, deps)))).flat(),
    landscape: recipe.hasLandscape ? await recordLandscape(store.getState()) : null,
  };
}

/** The analysis worker's work, done at once for the steps that are kept. */
function analysisPort({ kept, spectra }: Recipe, send: (event: WorkerEvent) => void): PortLike {
  return {
    postMessage(message) {
      const request = message as AnalysisRequest;
      const { experiment, run, step } = request;
      if (!(request.kind === "gap" ? kept : spectra).includes(step)) return;
      if (request.kind === "gap") send({ type: "proximalGap", experiment, run, step, gap: netGap(request.probe) });
      else send({ type: "spectrum", experiment, run, step, layers: spectrumOf(request.state) });
    },
    addEventListener() {},
    removeEventListener() {},
  };
}
