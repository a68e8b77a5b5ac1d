import { atLambdas, type SweepCell } from "../../config/experiment/sweepGrid";
import type { Lambdas } from "../../config/tables/lambdas";
import type { TaskData } from "../../core/tasks/task";
import type { Race } from "../../core/training/contract";
import type { SweepEvent, SweepRequest } from "../../protocol/sweep";
import { CsvCache } from "../loading/csvCache";
import { loadTask } from "../loading/loadTask";
import { taskOfPage } from "../loading/taskOfPage";
import { sweepFailed } from "../notices";
import { macrotask } from "../scheduling/macrotask";
import { openBesideRace, type SweepDeps, TELL_INTERVAL_MS } from "./besideRace";

/** Steps between two looks at who has diverged. */
const READ_INTERVAL = 10;

/**
 * Trains every pair of λ from the experiment's start on its batches, a row of the grid at a time, as runs of one race.
 * Tells each row as it ends, and a failure as an event. Runs on WASM unless the experiment asks for the CPU. Never rejects.
 */
export async function sweep(request: SweepRequest, deps: SweepDeps, send: (event: SweepEvent) => void): Promise<void> {
  const { sweep: id, config, csv, archive, grid, steps, stepsBefore = 0 } = request;
  const start = deps.now();
  let done = stepsBefore;
  let toldAt = start;
  const tell = (detail: string) => send({ type: "sweepProgress", sweep: id, done, detail });
  try {
    const ofPage = { ...config, task: taskOfPage(config) };
    tell("Loading the task");
    const task = await loadTask({ config: ofPage, files: { csv, archive } }, new CsvCache(), deps, () => {});
    tell("Starting the device");
    const { backend } = await openBesideRace(config, deps);
    for (const [row, lambdaWsd] of grid.lambdaWsd.entries()) {
      const detail = `Row ${row + 1} of ${grid.lambdaWsd.length}`;
      const before = stepsBefore + row * grid.lambdaFsd.length * steps;
      const cells = await trainRow(request, task, lambdaWsd, deps, (taken) => {
        done = before + taken * grid.lambdaFsd.length;
        if (deps.now() - toldAt < TELL_INTERVAL_MS && taken < steps) return;
        toldAt = deps.now();
        tell(detail);
      });
      send({ type: "sweepCells", sweep: id, cells });
    }
    send({ type: "sweepDone", sweep: id, backend, seconds: (deps.now() - start) / 1000 });
  } catch (error) {
    send({ type: "sweepFailure", sweep: id, notice: sweepFailed(error) });
  }
}

/** Every λ_FSD at one λ_WSD, in lockstep. */
async function trainRow(
  { config, optimizer, hyperparams, grid, steps }: SweepRequest,
  task: TaskData,
  lambdaWsd: number,
  { createRace }: SweepDeps,
  report: (taken: number) => void,
): Promise<SweepCell[]> {
  const { seed, batchSize } = config;
  const runs = grid.lambdaFsd.map((lambdaFsd, column) => ({
    run: String(column),
    optimizer,
    hyperparams: atLambdas(hyperparams, { lambdaFsd, lambdaWsd }),
  }));
  const race = createRace(task, { seed, batchSize, steps: config.steps, runs });
  try {
    const ends = new Map<string, { learningRate: number | null; message?: string }>();
    while (race.step < steps) {
      await race.takeStep(macrotask);
      await macrotask();
      report(race.step);
      if (race.step % READ_INTERVAL !== 0 && race.step !== steps) continue;
      for (const { run, status, message, columns } of await race.readRows()) {
        const learningRate = columns.learningRate.at(-1) ?? ends.get(run)?.learningRate ?? null;
        ends.set(run, status === "diverged" ? { learningRate: null, message } : { learningRate });
      }
    }
    const cells: SweepCell[] = [];
    for (const [column, lambdaFsd] of grid.lambdaFsd.entries())
      cells.push({ lambdaFsd, lambdaWsd, ...(await endOf(race, String(column), ends.get(String(column)))) });
    return cells;
  } finally {
    race.dispose();
  }
}

type End = Omit<SweepCell, keyof Lambdas>;

/** Where a run ended; one whose last step broke it shows only when it is evaluated. */
async function endOf(
  race: Race,
  run: string,
  known: { learningRate: number | null; message?: string } | undefined,
): Promise<End> {
  const diverged = (message: string): End => ({ status: "diverged", finalLoss: null, learningRate: null, message });
  if (known?.message !== undefined) return diverged(known.message);
  const { trainLoss } = await race.evaluate(run, macrotask);
  if (!Number.isFinite(trainLoss)) return diverged(`Training loss became ${trainLoss} after step ${race.step - 1}.`);
  return { status: "finished", finalLoss: trainLoss, learningRate: known?.learningRate ?? null };
}
