import { engine, tensor2d } from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { DeviceFault } from "../kernels/faults/deviceFault";
import { CREATE_OPTIMIZER } from "../methods";
import { createModel } from "../nn/chain";
import type { LayerSpec } from "../nn/layerSpec";
import { softmaxCrossEntropy } from "../nn/losses";
import type { Batch } from "../optimizers/optimizer";
import { initialParams } from "../tasks/init";
import { useBackend } from "../testing/forEachBackend";
import { normalTensor } from "../testing/numeric";
import { tinyTask } from "../testing/tinyTasks";
import { createRace } from "./race";
import { Run } from "./run";

interface Memory {
  _malloc(bytes: number): number;
  _free(address: number): void;
}

/** Of many small layers, so that what a step makes behind its meta-update is as much as all before it. */
const SIDE = 12;
const LAYERS: LayerSpec[] = Array.from(
  { length: 12 },
  (): LayerSpec => ({
    ...{ kind: "dense", inputs: SIDE, outputs: SIDE, activation: "tanh", bias: true },
  }),
);
/** Bytes by which there is more memory at each further try. */
const STEP = 768;

beforeAll(() => useBackend("wasm"));

/** Lets so many bytes more be taken at once while `work` runs. */
async function within<T>(limit: number, work: () => Promise<T>): Promise<T> {
  const memory = (engine().backend as unknown as { wasm: Memory }).wasm;
  const { _malloc, _free } = memory;
  const taken = new Map<number, number>();
  let total = 0;
  memory._malloc = (bytes) => {
    if (total + bytes > limit) throw new DeviceFault(`There are not ${bytes} bytes left.`);
    const address = _malloc(bytes);
    taken.set(address, bytes);
    total += bytes;
    return address;
  };
  memory._free = (address) => {
    total -= taken.get(address) ?? 0;
    taken.delete(address);
    _free(address);
  };
  try {
    return await work();
  } finally {
    Object.assign(memory, { _malloc, _free });
  }
}

test("a step of APO-P that memory runs out in, wherever it does, leaves the run as it was", async () => {
  const params = initialParams(3, LAYERS).map((values) => tensor2d(values, [SIDE, SIDE + 1]));
  const hyperparams = { ...hyperparamDefaults("apo-p"), metaUpdateInterval: 1 };
  const optimizer = CREATE_OPTIMIZER["apo-p"]({ model: createModel(LAYERS, [SIDE]), loss: softmaxCrossEntropy });
  const run = new Run(optimizer, params, hyperparams, () => 0);
  const batchOf = (name: string): Batch => ({
    input: normalTensor(name, [1, SIDE]),
    target: tensor2d(
      Float32Array.from({ length: SIDE }, (_, at) => (at === 2 ? 1 : 0)),
      [1, SIDE],
    ),
    noise: () => tensor2d([[0]]),
  });
  const [batch, fsdBatch] = [batchOf("B"), batchOf("fsdB")];
  const heldByRun = async () => JSON.stringify(await run.checkpoint());
  const before = await heldByRun();
  const tensors = engine().state.numTensors;
  let failures = 0;
  for (let limit = 0; ; limit += STEP) {
    const record = await within(limit, () => run.step(batch, () => fsdBatch, 100, true)).catch(() => null);
    if (record) {
      record.packed.dispose();
      break;
    }
    failures++;
    expect((await heldByRun()) === before).toBe(true);
    expect(engine().state.numTensors).toBe(tensors);
  }
  expect(failures).toBeGreaterThan(10);
  expect((await heldByRun()) === before).toBe(false);
  run.dispose();
});

test("a race that memory runs out in fails as a whole, whichever run it does in: none of them has diverged", async () => {
  const runs = (["sgd", "adam"] as const).map((id) => ({
    run: id,
    optimizer: id,
    hyperparams: hyperparamDefaults(id),
  }));
  const race = createRace(tinyTask("regression"), { seed: 5, batchSize: 16, steps: 100, runs });
  const tensors = engine().state.numTensors;
  let failures = 0;
  for (let limit = 0; ; limit += 256) {
    const error = await within(limit, () => race.takeStep()).catch((thrown: unknown) => thrown);
    if (error === undefined) break;
    expect(error).toBeInstanceOf(DeviceFault);
    failures += 1;
  }
  expect(failures).toBeGreaterThan(4);
  expect((await race.readRows()).map(({ status }) => status)).toEqual(["running", "running"]);
  race.dispose();
  expect(engine().state.numTensors).toBeLessThanOrEqual(tensors);
});
