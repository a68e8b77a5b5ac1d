import type { DeviceRates } from "../../../config/formulas/deviceRates";
import { hyperparamDefaults } from "../../../config/tables/hyperparamRange";
import { OPTIMIZER_IDS, type OptimizerId } from "../../../config/tables/optimizers";
import { measureRates } from "../../../core/estimate/deviceRates";
import { estimateRace, nominalCosts } from "../../../core/estimate/planner";
import type { RunSpec } from "../../../core/training/contract";
import { createRace } from "../../../core/training/race";
import { divideRuns } from "../../../worker/partner/divide";
import { createPairedRace } from "../../../worker/partner/pairedRace";
import { RATES, SEED } from "../cases";
import type { CreateContestant } from "./contestant";
import { createProduct, PRODUCT } from "./product";

const { momentum, beta1, beta2, epsilon } = RATES;
const SHARED = { momentum, beta1, beta2, epsilon };
/** Small enough for thousands of steps on any case; the cost of a step does not depend on it. */
const CAREFUL = { learningRate: 1e-3, metaLearningRate: 1e-4 };

const RACES: Readonly<Record<string, readonly string[]>> = {
  "race of five": ["sgdm", "adam", "kfac", "apo-lr", "apo-p K=10"],
  "race of four": ["sgdm", "adam", "apo-lr", "apo-p K=10"],
};

/** Of this worker's device, timed once. */
let rates: DeviceRates | null = null;

/** The runs of "apo-p K=10", of a race, or of "8 × sgdm". */
function runsOf(method: string): RunSpec[] {
  const race = RACES[method];
  if (race) return race.flatMap(runsOf);
  const copies = /^(\d+) × (.+)$/.exec(method);
  if (copies) return Array.from({ length: Number(copies[1]) }, (_, i) => specOf(copies[2] as string, `run ${i}`));
  return [specOf(method, method)];
}

function specOf(method: string, run: string): RunSpec {
  const [name, interval] = method.split(" K=");
  const id = OPTIMIZER_IDS.find((known) => known === name) as OptimizerId;
  const defaults = hyperparamDefaults(id);
  const known = id === "sgd" || id === "sgdm" || id === "adam" ? { ...SHARED, learningRate: RATES[id] } : CAREFUL;
  return {
    run,
    optimizer: id,
    hyperparams: {
      ...defaults,
      ...known,
      metaUpdateInterval: Number(interval ?? 10),
      factorUpdatePeriod: 5,
      inverseUpdatePeriod: 20,
    },
  };
}

/**
 * Our race on the backend that is set, several methods over two workers, as the page has them. It reads its losses back
 * once, when they are asked for. Or the product of two matrices, whose rate others are held against.
 */
export const createOurs: CreateContestant = async ({ bench, task, method, openPartner }) => {
  if (method === PRODUCT) return createProduct();
  const options = { seed: SEED, batchSize: bench.batchSize, steps: 100_000, runs: runsOf(method) };
  const theirs = openPartner && RACES[method] ? divideRuns(task, nominalCosts(task, options)) : null;
  const race =
    theirs && openPartner
      ? await createPairedRace(task, options, { theirs, link: openPartner() }, createRace)
      : createRace(task, options);
  return {
    async steps(count) {
      for (let i = 0; i < count; i++) await race.takeStep();
    },
    async losses() {
      const rows = await race.readRows();
      const failed = rows.find(({ status }) => status !== "running");
      if (failed) throw new Error(`${method} on ${bench.name} diverged: ${failed.message}`);
      return (rows[0]?.columns.trainLoss ?? []) as number[];
    },
    async estimate() {
      rates ??= await measureRates(() => performance.now());
      const [run] = estimateRace(task, options, rates).runs;
      if (!run) throw new Error(`${method} has no run.`);
      return run;
    },
    dispose: () => race.dispose(),
  };
};
