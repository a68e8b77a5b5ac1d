import type { ExperimentConfig } from "../../config/experiment/experiment";
import { trainingRuns } from "../../config/experiment/learningRateGrid";
import { scheduleStepsOf } from "../../config/experiment/raceLength";
import { defaultHyperparams } from "../../config/experiment/resolveRuns";
import type { NetworkEstimate } from "../../config/formulas/networkOutline";
import type { BackendChoice, Environment } from "../../config/tables/backends";
import type { TaskId } from "../../config/tables/taskIds";
import type { ReadFile } from "../../core/data/readFile";
import type { StepCost } from "../../core/estimate/planner";
import type { CreateTask, TaskData } from "../../core/tasks/task";
import type { Race } from "../../core/training/contract";
import type { RaceOptions } from "../../core/training/race";
import type { DeviceFindings, LoadStage, Notice } from "../../protocol/messages";
import type { ChosenDevice, DeviceRequest } from "../device/device";
import { partnerRefused } from "../notices";
import type { PartnerLink } from "../partner/link";
import { createPairedRace, type Partnership } from "../partner/pairedRace";
import { type Planner, planRace } from "./planRace";

/** A device with what the loop needs of it. */
export interface OpenDevice extends ChosenDevice {
  findings?: DeviceFindings;
  fence: (() => Promise<void>) | null;
  /** Resolves with the reason when the device is lost; null where it cannot be. */
  lost: Promise<string> | null;
  /** Resolves with the browser's words where the device reports an error that no call was told of; absent where it reports none. */
  failed?: Promise<string> | null;
  /** Whether the first step compiles for long, so that a rehearsal behind the progress bar pays. */
  compiles: boolean;
}

/** The core and the machine, as the trainer sees them. */
export interface WorkerDeps {
  createTask: Record<TaskId, CreateTask>;
  createRace(task: TaskData, options: RaceOptions): Race;
  openDevice(request: DeviceRequest): Promise<OpenDevice>;
  /** What estimates a race before it starts; null where its script does not come, and the race does without. */
  fetchPlanner(): Promise<Planner | null>;
  /**
   * A second worker for some of a race's runs on the CPU; null where one worker is as fast, or nobody says what the runs cost. Throws
   * where none starts.
   */
  openPartner(task: TaskData, costs: readonly StepCost[]): Partnership | null;
  readFile: ReadFile;
  app: string;
  runtime: string;
  now(): number;
}

export interface Loaded {
  task: TaskData;
  race: Race;
  device: OpenDevice;
  environment: Environment;
  notices: Notice[];
  network: NetworkEstimate | null;
  /** Who trains some of the runs, where there is one. */
  partner: PartnerLink | null;
}

type Report = (stage: LoadStage, fraction: number, detail: string) => void;

/** What of an experiment its load needs. */
export interface LoadRequest {
  config: ExperimentConfig;
  findings: DeviceFindings | undefined;
}

/** Data, device, compilation, race. `yieldToCommands` is awaited between pieces of work and throws when nobody wants them any more. */
export async function loadExperiment(
  { config, findings }: LoadRequest,
  deps: WorkerDeps,
  loadTask: (report: (fraction: number, detail: string) => void) => Promise<TaskData>,
  report: Report,
  yieldToCommands: () => Promise<void>,
): Promise<Loaded> {
  const planning = deps.fetchPlanner();
  const task = await loadTask((fraction, detail) => report("data", fraction, detail));
  report("data", 1, "Data loaded");
  await yieldToCommands();

  const { seed, batchSize } = config;
  const steps = scheduleStepsOf(config);
  const runs = trainingRuns(config).map(({ id, run, hyperparams }) => ({ run, optimizer: id, hyperparams }));
  const objectiveSettings = defaultHyperparams(config, "apo-p");
  const options = { seed, batchSize, steps, runs, objectiveSettings };
  const createRace = () => deps.createRace(task, options);
  report("device", 0, "Looking for a device");
  const device = await deps.openDevice({
    choice: config.backend as BackendChoice,
    trial: () => timeRace(createRace(), yieldToCommands, deps.now),
    trialKey: JSON.stringify([config.task, config.taskOptions, batchSize, runs.map(({ optimizer }) => optimizer)]),
    report: (fraction, detail) => report("device", fraction, detail),
    findings,
  });
  report("device", 1, device.reason);
  const plan = await planRace(task, { batchSize, runs }, device, {
    named: config,
    planner: await planning,
    findings,
    now: deps.now,
  });
  await yieldToCommands();

  report("compile", 0, `Preparing ${runs.length} runs`);
  if (device.compiles)
    await rehearse(createRace(), yieldToCommands, (fraction) =>
      report("compile", fraction, "Compiling the first step"),
    );
  const { app, runtime } = deps;
  const { backend, adapter, reason } = device;
  const notices = [...device.notices];
  const paired =
    backend === "wasm" ? await pair(task, options, plan.costs, deps, (notice) => notices.push(notice)) : null;
  const race = paired?.race ?? createRace();
  try {
    report("compile", 1, "Ready");
  } catch (error) {
    race.dispose();
    throw error;
  }
  const environment = { app, backend, adapter, runtime, reason };
  const { network } = plan;
  return {
    task,
    race,
    device: { ...device, findings: plan.findings },
    environment,
    notices,
    network,
    partner: paired?.link ?? null,
  };
}

/** The race with a partner for some of its runs; null where that does not pay or no partner is to be had. */
async function pair(
  task: TaskData,
  options: RaceOptions,
  costs: readonly StepCost[],
  { createRace, openPartner }: WorkerDeps,
  warn: (notice: Notice) => void,
): Promise<{ race: Race; link: PartnerLink } | null> {
  try {
    const partnership = openPartner(task, costs);
    if (!partnership) return null;
    return { race: await createPairedRace(task, options, partnership, createRace), link: partnership.link };
  } catch (error) {
    warn(partnerRefused(error));
    return null;
  }
}

/** Milliseconds per lockstep step of a race after its first; disposes the race. */
async function timeRace(race: Race, yieldToCommands: () => Promise<void>, now: () => number): Promise<number> {
  try {
    await race.takeStep(yieldToCommands);
    await race.readRows();
    const start = now();
    let taken = 0;
    do {
      await race.takeStep(yieldToCommands);
      taken += 1;
    } while (taken < 5 && now() - start < 400);
    await race.readRows();
    return (now() - start) / taken;
  } finally {
    race.dispose();
  }
}

/** Takes the first step of a race once for the sake of compilation; disposes the race. */
async function rehearse(
  race: Race,
  yieldToCommands: () => Promise<void>,
  report: (fraction: number) => void,
): Promise<void> {
  try {
    let done = 0;
    await race.takeStep(async () => {
      done += 1;
      report(done / race.runs.length);
      await yieldToCommands();
    });
    await race.readRows();
  } finally {
    race.dispose();
  }
}
