import { hyperparamDefaults } from "../../config/hyperparamRange";
import type { OptimizerId } from "../../config/optimizers";
import { settingsIn } from "../../config/taskSettings";
import { TASKS } from "../../config/tasks";
import { createCifar10 } from "../../core/tasks/cifar10";
import { createBatches } from "../../core/training/batches";
import type { RunSpec } from "../../core/training/contract";
import { createRace } from "../../core/training/race";
import { startNodeBackend } from "../nodeBackend";
import { readPublicFile } from "../readPublicFile";
import { createLenetPeer } from "./lenetPeer";
import { atMost, type BenchReport, summarise } from "./report";

const FIVE = ["sgdm", "adam", "kfac", "apo-lr", "apo-p"] as const;
const SEED = 7;
const BATCH_SIZE = 64;
/** One inverse period of KFAC and two meta-updates: every amortised cost falls once or twice in a round. */
const STEPS_PER_ROUND = 20;

/**
 * One lockstep step of five optimizers on LeNet-5, batch 64, wasm in Node, against one tfjs `train.momentum` step of the
 * same net: rounds alternate, so that a noisy machine slows both. Loss parity to 1e-4 is checked before anything counts.
 */
export async function benchLockstep(rounds: number): Promise<Omit<BenchReport, "machine">> {
  await startNodeBackend("wasm");
  const options = { ...TASKS.cifar10.defaultOptions, trainImages: 2000 };
  const task = await createCifar10(SEED, options, { readFile: readPublicFile, report: () => {} });
  const spec = (id: OptimizerId): RunSpec => ({
    run: id,
    optimizer: id,
    hyperparams: {
      ...hyperparamDefaults(id),
      ...settingsIn(TASKS.cifar10.settings, id).hyperparams,
      metaUpdateInterval: 10,
      factorUpdatePeriod: 5,
      inverseUpdatePeriod: 20,
    },
  });
  const start = (ids: readonly OptimizerId[]) =>
    createRace(task, { seed: SEED, batchSize: BATCH_SIZE, steps: 10_000, runs: ids.map(spec) });
  const { learningRate, momentum } = spec("sgdm").hyperparams;
  const peer = createLenetPeer(task, learningRate, momentum);
  const { batch } = createBatches(SEED, task.train.count, BATCH_SIZE);
  const races = new Map([["race of five", start(FIVE)], ...FIVE.map((id) => [id, start([id])] as const)]);

  await checkParity(start(["sgdm"]), (step) => peer.step(batch(step)));

  const times = new Map<string, number[]>();
  let peerStep = 0;
  for (let round = 0; round <= rounds; round++) {
    const record = async (name: string, steps: () => Promise<void>) => {
      const started = performance.now();
      await steps();
      // the first round warms caches and compilers up
      const ms = (performance.now() - started) / STEPS_PER_ROUND;
      if (round > 0) times.set(name, [...(times.get(name) ?? []), ms]);
    };
    await record("tfjs momentum", async () => {
      for (let i = 0; i < STEPS_PER_ROUND; i++) peer.step(batch(peerStep++));
    });
    for (const [name, race] of races)
      await record(name, async () => {
        for (let i = 0; i < STEPS_PER_ROUND; i++) await race.takeStep();
        await race.readRows();
      });
  }
  for (const race of races.values()) race.dispose();

  const rows = [...times].map(([name, values]) => ({
    case: `LeNet-5, batch ${BATCH_SIZE}, wasm, one step: ${name}`,
    ...summarise(values),
    unit: "ms",
  }));
  const medianOf = (name: string) => summarise(times.get(name) ?? []).median;
  const ratio = medianOf("race of five") / medianOf("tfjs momentum");
  const ratios = Object.fromEntries([
    ["race of five / tfjs momentum", ratio],
    ...FIVE.filter((id) => id !== "sgdm").map((id) => [`${id} / sgdm`, medianOf(id) / medianOf("sgdm")]),
    ["race of five / sum of five alone", medianOf("race of five") / FIVE.reduce((sum, id) => sum + medianOf(id), 0)],
  ]);
  return { rows, ratios, goals: [atMost("Lockstep step of five over one tfjs momentum step", 8, ratio)] };
}

/** Throws where our losses and the peer's part by more than 1e-4 relative in the first steps. */
async function checkParity(race: ReturnType<typeof createRace>, peerStep: (step: number) => number): Promise<void> {
  const steps = 5;
  for (let step = 0; step < steps; step++) await race.takeStep();
  const [rows] = await race.readRows();
  race.dispose();
  for (let step = 0; step < steps; step++) {
    const ours = rows?.columns.trainLoss[step] ?? Number.NaN;
    const theirs = peerStep(step);
    if (!(Math.abs(ours - theirs) <= 1e-4 * Math.abs(theirs)))
      throw new Error(`Loss parity is broken at step ${step}: ${ours} here, ${theirs} in tfjs. No time was measured.`);
  }
}
