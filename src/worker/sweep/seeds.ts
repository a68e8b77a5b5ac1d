import { scheduleStepsOf } from "../../config/experiment/raceLength";
import { plannedChanges } from "../../config/experiment/resolveInterventions";
import { defaultHyperparams } from "../../config/experiment/resolveRuns";
import { isEvaluated } from "../../config/formulas/snapshotSchedule";
import { taskInfo } from "../../config/tables/networks/taskSetup";
import type { Race } from "../../core/training/contract";
import type { SeedRun, SeedsEvent, SeedsRequest } from "../../protocol/seeds";
import { CsvCache } from "../loading/csvCache";
import { loadTask } from "../loading/loadTask";
import { taskOfPage } from "../loading/taskOfPage";
import { seedsFailed } from "../notices";
import { macrotask } from "../scheduling/macrotask";
import { openBesideRace, type SweepDeps, TELL_INTERVAL_MS } from "./besideRace";

/** Steps between two read-backs. */
const READ_INTERVAL = 50;

/**
 * Trains the race of a page with other seeds: each is, to the bit and on the same device, what the page would train with that seed and
 * the same moves. Tells each seed as it ends, and a failure as an event. On WASM unless the experiment asks for the CPU. Never rejects.
 */
export async function trainSeeds(
  request: SeedsRequest,
  deps: SweepDeps,
  send: (event: SeedsEvent) => void,
): Promise<void> {
  const { band, config, csv, archive, seeds } = request;
  const start = deps.now();
  const cache = new CsvCache();
  let toldAt = start;
  try {
    const task = taskOfPage(config);
    send({ type: "seedsProgress", band, done: 0, detail: "Starting the device" });
    const { backend } = await openBesideRace(config, deps);
    for (const [index, seed] of seeds.entries()) {
      const detail = `Seed ${seed}, ${index + 1} of ${seeds.length}`;
      const data = await loadTask(
        { config: { ...config, task, seed }, files: { csv, archive } },
        cache,
        deps,
        () => {},
      );
      const race = deps.createRace(data, raceOptions({ ...config, seed }));
      try {
        const runs = await trainRace(race, config, taskInfo(config)?.evaluationInterval ?? config.steps, () => {
          if (deps.now() - toldAt < TELL_INTERVAL_MS) return;
          toldAt = deps.now();
          send({ type: "seedsProgress", band, done: index * config.steps + race.step, detail });
        });
        send({ type: "seedRuns", band, seed, runs });
      } finally {
        race.dispose();
      }
    }
    send({ type: "seedsDone", band, backend, seconds: (deps.now() - start) / 1000 });
  } catch (error) {
    send({ type: "seedsFailure", band, notice: seedsFailed(error) });
  }
}

/** As the training worker makes them. */
function raceOptions(config: SeedsRequest["config"]) {
  const runs = config.optimizers.map(({ id, run, hyperparams }) => ({ run, optimizer: id, hyperparams }));
  const { seed, batchSize } = config;
  return {
    seed,
    batchSize,
    steps: scheduleStepsOf(config),
    runs,
    objectiveSettings: defaultHyperparams(config, "apo-p"),
  };
}

async function trainRace(
  race: Race,
  { interventions, optimizers, steps }: SeedsRequest["config"],
  evaluationInterval: number,
  report: () => void,
): Promise<SeedRun[]> {
  const found = new Map(race.runs.map(({ run }): [string, SeedRun] => [run, emptyRun(run)]));
  const read = async () => {
    for (const { run, status, columns } of await race.readRows()) {
      const known = found.get(run);
      if (!known) continue;
      for (const name of ["step", "trainLoss", "learningRate"] as const) known.columns[name].push(...columns[name]);
      known.isDiverged ||= status === "diverged";
    }
  };
  const evaluate = async () => {
    for (const { run, isDiverged, evaluations } of found.values())
      if (!isDiverged) evaluations.push(await race.evaluate(run, macrotask));
  };
  await evaluate();
  while (race.step < steps) {
    for (const { run, name, value } of plannedChanges(interventions, optimizers, race.step))
      race.setHyperparam(run, name, value);
    await race.takeStep(macrotask);
    await macrotask();
    report();
    const isMeasured = race.step === steps || isEvaluated(race.step, evaluationInterval);
    if (isMeasured || race.step % READ_INTERVAL === 0) await read();
    if (isMeasured) await evaluate();
  }
  return [...found.values()];
}

const emptyRun = (run: string): SeedRun => ({
  run,
  isDiverged: false,
  columns: { step: [], trainLoss: [], learningRate: [] },
  evaluations: [],
});
