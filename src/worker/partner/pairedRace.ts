import { objectiveInForce } from "../../config/formulas/objectiveInForce";
import { ownValue } from "../../config/formulas/ownValue";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { TaskData } from "../../core/tasks/task";
import type { Race, RunRows } from "../../core/training/contract";
import type { RaceOptions } from "../../core/training/race";
import type { PartnerLink } from "./link";
import type { HyperparamChange } from "./messages";

/** While the partner works on, commands are let in this often. */
const WAIT_MS = 15;

/** A partner, and which runs it trains: some, not all. */
export interface Partnership {
  theirs: ReadonlySet<string>;
  link: PartnerLink;
}

type Between = (() => Promise<void>) | undefined;

/**
 * A race of which a partner trains the runs named in `theirs`, at the same time and in lockstep: a step is complete when both
 * have taken it. Each run computes what it would in one worker, on the same device to the bit. Rejects where the partner does
 * not open its part; rejects in a step, or whatever else needs it, once the partner is lost.
 */
export async function createPairedRace(
  task: TaskData,
  options: RaceOptions,
  { theirs, link }: Partnership,
  createRace: (task: TaskData, options: RaceOptions) => Race,
): Promise<Race> {
  const { seed, batchSize, steps, runs } = options;
  const settings = new Map(runs.map(({ run, hyperparams }) => [run, hyperparams]));
  const fallback = options.objectiveSettings ?? hyperparamDefaults("apo-p");
  const sharedObjective = () =>
    objectiveInForce(runs, ({ run, hyperparams }) => settings.get(run) ?? hyperparams, fallback);
  const opening = link.open(task, { seed, batchSize, steps, runs: runs.filter(({ run }) => theirs.has(run)) });
  const ours = createRace(task, { ...options, runs: runs.filter(({ run }) => !theirs.has(run)), sharedObjective });
  let status = await opening.catch((error) => {
    ours.dispose();
    throw error;
  });
  const layers = ours.runs[0]?.layers ?? [];
  let step = 0;
  let metaSteps: Record<string, number> = {};
  let changes: HyperparamChange[] = [];
  let isProbed = false;

  return {
    runs: runs.map(({ run, optimizer }) => ({ run, optimizer, layers })),
    lanes: [ours.runs.map(({ run }) => run), runs.map(({ run }) => run).filter((run) => theirs.has(run))],
    get step() {
      return step;
    },
    stepsPerEpoch: ours.stepsPerEpoch,
    probeNextStep() {
      isProbed = true;
      ours.probeNextStep();
    },
    async takeStep(betweenRuns) {
      const taking = link.ask({ type: "step", changes, objective: sharedObjective(), isProbed });
      taking.catch(() => {}); // where this session ends between our runs, nobody awaits it
      changes = [];
      isProbed = false;
      await ours.takeStep(betweenRuns);
      metaSteps = (await lettingIn(taking, betweenRuns)).metaSteps;
      step++;
    },
    setHyperparam(run, name, value) {
      const before = settings.get(run);
      if (!before) throw new Error(`There is no run "${run}"; the race has ${[...settings.keys()].join(", ")}.`);
      settings.set(run, { ...before, [name]: value });
      if (!theirs.has(run)) return ours.setHyperparam(run, name, value);
      changes.push({ run, name, value });
      return before[name];
    },
    metaSteps: (run) => (theirs.has(run) ? (ownValue(metaSteps, run) ?? 0) : ours.metaSteps(run)),
    async readRows(before = step) {
      const reading = link.ask({ type: "rows", before });
      const [own, read] = await Promise.all([ours.readRows(before), reading]);
      status = read.status;
      const byRun = new Map([...own, ...read.rows].map((rows) => [rows.run, rows]));
      return runs.map(({ run }) => byRun.get(run) as RunRows);
    },
    evaluate: (run, between) =>
      theirs.has(run) ? lettingIn(link.ask({ type: "evaluate", run }), between) : ours.evaluate(run, between),
    predict: (run) => (theirs.has(run) ? link.ask({ type: "predict", run }) : ours.predict(run)),
    lookAhead: (run) => (theirs.has(run) ? link.ask({ type: "lookAhead", run }) : ours.lookAhead(run)),
    preconditionerState: (run) =>
      theirs.has(run) ? link.ask({ type: "preconditionerState", run }) : ours.preconditionerState(run),
    weights: (run) => (theirs.has(run) ? link.ask({ type: "weights", run }) : ours.weights(run)),
    async checkpoint() {
      const [own, read] = await Promise.all([ours.checkpoint(), link.ask({ type: "checkpoint" })]);
      return { step, runs: [...own.runs, ...read.runs] };
    },
    async restore(checkpoint) {
      const of = (isTheirs: boolean) => checkpoint.runs.filter(({ run }) => theirs.has(run) === isTheirs);
      await ours.restore({ ...checkpoint, runs: of(false) });
      await link.ask({ type: "restore", checkpoint: { ...checkpoint, runs: of(true) } });
      for (const { run, hyperparams } of checkpoint.runs) settings.set(run, hyperparams);
      metaSteps = Object.fromEntries(checkpoint.runs.map(({ run, counts }) => [run, counts.metaSteps]));
      step = checkpoint.step;
    },
    cost: (run) => (theirs.has(run) ? ownValue(status.costs, run) : undefined) ?? ours.cost(run),
    tensorCount: () => ours.tensorCount() + status.tensors,
    dispose() {
      ours.dispose();
      link.ask({ type: "close" }).catch(() => {}); // a lost partner has nothing left to dispose
    },
  };
}

/** Waits for the partner, and lets commands in meanwhile; throws what they throw. */
async function lettingIn<T>(work: Promise<T>, between: Between): Promise<T> {
  if (!between) return work;
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  done.catch(() => {});
  for (;;) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([
      done.catch(() => {}),
      new Promise((resolve) => {
        timer = setTimeout(resolve, WAIT_MS);
      }),
    ]);
    clearTimeout(timer);
    if (isDone) return done;
    await between();
  }
}
