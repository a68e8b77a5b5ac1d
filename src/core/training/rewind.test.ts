import { beforeAll, describe, expect, it } from "vitest";
import { type EndedRun, remedyOf } from "../../config/formulas/likelyCause";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { HyperparamName, Hyperparams } from "../../config/tables/hyperparams";
import { OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { settingsIn, TASK_SETTINGS } from "../../config/tables/taskSettings";
import { constantCurvature } from "../spectrum/constantCurvature";
import { useBackend } from "../testing/forEachBackend";
import { toyTask } from "../testing/toyTask";
import type { Race, RunRows } from "./contract";
import { createRace } from "./race";

type Toy = "sine" | "linear" | "deep-linear" | "spirals";

const STEPS = 300;
/** Steps that a run takes after the rewind: as far as it had ended, and on. Solvers take hundreds of passes for each. */
const stepsAfter = (optimizer: OptimizerId) => (OPTIMIZERS[optimizer].isSolver ? 30 : 150);

const usualOf = (task: Toy, optimizer: OptimizerId): Hyperparams => ({
  ...hyperparamDefaults(optimizer),
  ...settingsIn(TASK_SETTINGS[task], optimizer).hyperparams,
});

interface Toys {
  task: Toy;
  optimizer: OptimizerId;
  changed: Partial<Hyperparams>;
  seed: number;
  /** A step from which the change acts; absent: the first. */
  from?: number;
}

async function raceOf({ task, optimizer, changed, seed, from = 0 }: Toys) {
  const data = await toyTask(task, seed);
  const hyperparams = { ...usualOf(task, optimizer), ...(from === 0 ? changed : {}) };
  return createRace(data, { seed, batchSize: 64, steps: STEPS, runs: [{ run: "r", optimizer, hyperparams }] });
}

/** The rows of up to so many further steps, behind those of before. */
async function train(race: Race, steps: number, before: RunRows | null = null): Promise<RunRows> {
  const all: RunRows[] = before ? [before] : [];
  for (let step = 0; step < steps && all.at(-1)?.status !== "diverged"; step++) {
    await race.takeStep();
    all.push(...(await race.readRows()));
  }
  const last = all.at(-1);
  if (!last) throw new Error("No step was taken.");
  const columns = structuredClone(last.columns);
  for (const name of ["step", "trainLoss", "learningRate"] as const)
    columns[name] = all.flatMap((rows) => rows.columns[name]);
  return { ...last, columns };
}

/** λ_max where the Hessian is the same at every θ. */
async function largestCurvature(task: Toy, seed: number): Promise<number | null> {
  const layers = constantCurvature(await toyTask(task, seed));
  return layers && Math.max(...layers.flatMap(({ eigenvalues }) => eigenvalues));
}

/** Trains until the run ends, and again from there to the end of the remedy. */
async function seen(toys: Toys) {
  const { from = 0 } = toys;
  const first = await raceOf(toys);
  const before = from > 0 ? await train(first, from) : null;
  if (before)
    for (const [name, value] of Object.entries(toys.changed)) first.setHyperparam("r", name as HyperparamName, value);
  const { end, columns } = await train(first, STEPS - from, before);
  first.dispose();
  if (!end) throw new Error(`${toys.optimizer} on ${toys.task} did not diverge on seed ${toys.seed}.`);
  const usual = usualOf(toys.task, toys.optimizer);
  const ended: EndedRun = {
    ...{ end, usual, optimizer: toys.optimizer, losses: columns.trainLoss, rates: columns.learningRate },
    hyperparams: { ...usual, ...toys.changed },
    largestCurvature: await largestCurvature(toys.task, toys.seed),
  };
  const remedy = remedyOf(ended);
  if (!remedy) throw new Error("There is no remedy.");
  const { step, name, value } = remedy;
  const again = await raceOf(step === 0 ? { ...toys, changed: { ...toys.changed, [name]: value } } : toys);
  if (step > 0) await train(again, step);
  again.setHyperparam("r", name, value);
  const after = await train(again, stepsAfter(toys.optimizer));
  again.dispose();
  return { ended, remedy, after };
}

/** Meta-updates so far apart that a large α makes η jump, whatever the task starts with. */
const SELDOM: Partial<Hyperparams> = {
  metaUpdateInterval: 10,
  learningRate: 1e-3,
  lambdaFsd: 0.3,
  baseOptimizer: "sgd",
};

const CASES: [cause: string, task: Toy, optimizer: OptimizerId, changed: Partial<Hyperparams>, name: string][] = [
  ["overshoot", "sine", "sgdm", { learningRate: 0.5 }, "learningRate"],
  ["overshoot", "sine", "sgdm", { learningRate: 0.25 }, "learningRate"],
  ["overshoot", "sine", "sgd", { learningRate: 1 }, "learningRate"],
  ["overshoot", "deep-linear", "sgd", { learningRate: 1 }, "learningRate"],
  ["overshoot", "deep-linear", "sgdm", { learningRate: 0.3 }, "learningRate"],
  ["overshoot", "sine", "adam", { learningRate: 10 }, "learningRate"],
  ["overshoot", "sine", "rmsprop", { learningRate: 3 }, "learningRate"],
  ["overshoot", "sine", "gradient-descent", { lambdaWsd: 0.5 }, "lambdaWsd"],
  ["unstable", "linear", "sgd", { learningRate: 5 }, "learningRate"],
  ["unstable", "linear", "sgdm", { learningRate: 10 }, "learningRate"],
  ["unstable", "linear", "gradient-descent", { lambdaWsd: 0.2 }, "lambdaWsd"],
  ["learned", "sine", "apo-lr", { ...SELDOM, metaLearningRate: 3 }, "metaLearningRate"],
  ["learned", "sine", "apo-p", { metaLearningRate: 0.3 }, "metaLearningRate"],
  ["learned", "deep-linear", "apo-p", { metaLearningRate: 0.1 }, "metaLearningRate"],
  ["start", "sine", "apo-p", { learningRate: 3 }, "learningRate"],
  ["start", "sine", "apo-lr", { learningRate: 3 }, "learningRate"],
  ["damping", "sine", "kfac", { damping: 1e-12, klClip: 1e6 }, "damping"],
  ["damping", "spirals", "ekfac", { damping: 1e-12, klClip: 1e6 }, "damping"],
  ["price", "sine", "natural-gradient", { lambdaFsd: 0.1 }, "lambdaFsd"],
  ["format", "deep-linear", "natural-gradient", { precision: "fp16" }, "precision"],
];

describe("one click takes away what ended a run, on three seeds", () => {
  beforeAll(() => useBackend("wasm"));

  it.each(CASES)("%s: %s, %s with %o", async (kind, task, optimizer, changed, name) => {
    for (const seed of [1, 2, 3]) {
      const { remedy, after } = await seen({ task, optimizer, changed, seed });
      const told = `seed ${seed}: ${JSON.stringify(remedy)}; then ${after.message}`;
      expect([remedy.cause?.kind, remedy.name], told).toEqual([kind, name]);
      expect(after.status, told).toBe("running");
      expect(after.columns.trainLoss, told).toHaveLength(stepsAfter(optimizer));
    }
  });

  it("a rate raised in the middle of a run is taken back to where the run was calm", async () => {
    for (const seed of [1, 2, 3]) {
      const toys = { task: "sine", optimizer: "sgdm", changed: { learningRate: 1 }, seed, from: 60 } as const;
      const { ended, remedy, after } = await seen(toys);
      const told = `seed ${seed}: ${JSON.stringify(remedy)}; then ${after.message}`;
      expect(remedy.cause?.kind, told).toBe("overshoot");
      expect(remedy.step, told).toBe(ended.end.step - 10);
      expect(after.status, told).toBe("running");
    }
  });

  it("of a method that a lower rate was not seen to save, no cause is told, and the rate is lowered all the same", async () => {
    for (const [optimizer, changed] of [
      ["shampoo", { learningRate: 3 }],
      ["kfac", { learningRate: 3, klClip: 1e6 }],
    ] as const) {
      const { remedy } = await seen({ task: "sine", optimizer, changed, seed: 1 });
      expect(remedy).toMatchObject({ cause: null, name: "learningRate", value: 0.111 });
    }
  });
});
