import "../../core/kernels/cpu/nodeCpuBackend";
import { MessageChannel as NodeChannel, Worker } from "node:worker_threads";
import { setBackend } from "@tensorflow/tfjs-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { OptimizerId } from "../../config/tables/optimizers";
import { CREATE_TASK } from "../../core/tasks/registry";
import type { TaskData } from "../../core/tasks/task";
import type { Race, RunRows } from "../../core/training/contract";
import { createRace, type RaceOptions } from "../../core/training/race";
import type { PortLike } from "../../protocol/channel";
import type { WorkerDeps } from "../loading/loadExperiment";
import { openTestTrainer } from "../testing/testTrainer";
import { PartnerLink } from "./link";
import { createPairedRace } from "./pairedRace";

/** A partner on the cpu backend in a thread of its own. */
const THREAD = `
const { workerData } = require("node:worker_threads");
(async () => {
  (await import("tsx/esm/api")).register();
  await import(workerData.backend);
  const { setBackend } = await import("@tensorflow/tfjs-core");
  const { Partner } = await import(workerData.serve);
  const { createRace } = await import(workerData.race);
  new Partner(workerData.port, { startDevice: () => setBackend("cpu"), createRace });
})();`;

let thread: Worker;
let link: PartnerLink;
let task: TaskData;

beforeAll(async () => {
  const { port1, port2 } = new NodeChannel();
  const addressOf = (path: string) => new URL(path, import.meta.url).href;
  thread = new Worker(THREAD, {
    eval: true,
    transferList: [port2],
    workerData: {
      port: port2,
      backend: addressOf("../../core/kernels/cpu/nodeCpuBackend.ts"),
      serve: addressOf("./serve.ts"),
      race: addressOf("../../core/training/race.ts"),
    },
  });
  link = new PartnerLink(port1 as unknown as PortLike);
  thread.on("error", ({ message }) => link.fail(message));
  await setBackend("cpu");
  task = await CREATE_TASK.sine(3, {} as never, { readFile: () => Promise.reject(), report: () => {} });
});

afterAll(() => thread.terminate());

const optionsOf = (ids: readonly OptimizerId[], changes: Partial<RaceOptions> = {}): RaceOptions => ({
  seed: 3,
  batchSize: 16,
  steps: 30,
  runs: ids.map((id) => ({
    run: id,
    optimizer: id,
    hyperparams: { ...hyperparamDefaults(id), metaUpdateInterval: 2 },
  })),
  ...changes,
});

const paired = (options: RaceOptions, theirs: readonly string[]) =>
  createPairedRace(task, options, { theirs: new Set(theirs), link }, createRace);

/** Everything a race tells of a run but its seconds, over steps with changes, probes and pictures in between. */
async function story(race: Race) {
  const rows: RunRows[] = [];
  const seen: unknown[] = [];
  const read = async () => rows.push(...(await race.readRows()));
  for (let step = 0; step < 9; step++) {
    if (step === 3)
      seen.push(race.setHyperparam("apo-p", "lambdaFsd", 0.5), race.setHyperparam("adam", "learningRate", 0.01));
    if (step === 5) race.probeNextStep();
    await race.takeStep(async () => {});
    seen.push(race.step, ...race.runs.map(({ run }) => race.metaSteps(run)));
    if (step % 4 === 1) await read();
  }
  for (const { run } of race.runs) {
    const { tensorBytes, forwardPasses, backwardPasses } = race.cost(run);
    seen.push(tensorBytes, forwardPasses, backwardPasses);
    seen.push(await race.evaluate(run, async () => {}), await race.predict(run), await race.lookAhead(run));
    seen.push(await race.preconditionerState(run), await race.weights(run));
  }
  await read();
  seen.push(race.runs, race.stepsPerEpoch);
  race.dispose();
  return { seen, rows: rows.map(({ columns, ...rest }) => ({ ...rest, columns: { ...columns, seconds: [] } })) };
}

test("a race over two workers is the race in one, bit for bit, with changes, probes and pictures, whoever trains which run", async () => {
  const options = optionsOf(["sgdm", "adam", "apo-p", "kfac", "apo-lr"]);
  const alone = await story(createRace(task, options));
  expect(await story(await paired(options, ["apo-p", "adam"]))).toEqual(alone);
  expect(await story(await paired(options, ["sgdm", "kfac", "apo-lr"]))).toEqual(alone);
  expect(alone.rows.flatMap(({ probes }) => probes)).toHaveLength(5);
});

test("from a checkpoint it goes on as the race in one, whoever trains which run then", async () => {
  const options = optionsOf(["sgdm", "apo-p", "kfac"]);
  const first = await paired(options, ["apo-p"]);
  for (let step = 0; step < 4; step++) await first.takeStep();
  await first.readRows();
  const checkpoint = structuredClone(await first.checkpoint());
  first.dispose();
  const goneOn = async (race: Race) => {
    await race.restore(checkpoint);
    const metaSteps = race.runs.map(({ run }) => race.metaSteps(run));
    for (let step = 0; step < 3; step++) await race.takeStep();
    const losses = (await race.readRows()).map(({ run, columns }) => [run, columns.step, columns.trainLoss]);
    race.dispose();
    return { metaSteps, losses };
  };
  const alone = await goneOn(createRace(task, options));
  expect(alone.metaSteps).toEqual([0, 2, 0]);
  expect(await goneOn(await paired(options, ["sgdm", "kfac"]))).toEqual(alone);
  expect(await goneOn(await paired(options, ["apo-p"]))).toEqual(alone);
});

test("runs may have the names that every object answers to, here and at the partner", async () => {
  const options = optionsOf(["apo-lr", "apo-lr", "sgdm"]);
  const named = options.runs.map((spec, i) => ({
    ...spec,
    run: ["__proto__", "constructor", "toString"][i] as string,
  }));
  const told = async (race: Race) => {
    const atStart = race.runs.map(({ run }) => race.metaSteps(run));
    await race.takeStep();
    const numbers = [atStart, ...race.runs.map(({ run }) => [race.metaSteps(run), race.cost(run).forwardPasses])];
    race.dispose();
    return numbers;
  };
  const alone = await told(createRace(task, { ...options, runs: named }));
  expect(await told(await paired({ ...options, runs: named }, ["__proto__"]))).toEqual(alone);
  expect(alone.map(([metaSteps]) => metaSteps)).toEqual([0, 1, 1, 0]);
});

test("a run that diverges at the partner ends alone, with the same words", async () => {
  const options = optionsOf(["sgdm", "sgd"]);
  const broken = options.runs.map((run) =>
    run.run === "sgd" ? { ...run, hyperparams: { ...run.hyperparams, learningRate: 1e6 } } : run,
  );
  const ends = async (race: Race) => {
    for (let step = 0; step < 6; step++) await race.takeStep();
    const rows = await race.readRows();
    race.dispose();
    return rows.map(({ status, message, columns }) => [status, message, columns.trainLoss]);
  };
  const alone = await ends(createRace(task, { ...options, runs: broken }));
  expect(alone[1]?.[0]).toBe("diverged");
  expect(await ends(await paired({ ...options, runs: broken }, ["sgd"]))).toEqual(alone);
});

test("in the middle of a step only rows of complete steps are read, and a session that ends there leaves nothing behind", async () => {
  const race = await paired(optionsOf(["sgdm", "adam", "sgd"]), ["adam"]);
  await race.takeStep();
  let lengths: number[] = [];
  const ended = new Error("ended");
  const taking = race.takeStep(async () => {
    lengths = (await race.readRows()).map(({ columns }) => columns.step.length);
    throw ended;
  });
  await expect(taking).rejects.toBe(ended);
  race.dispose();
  expect(lengths).toEqual([1, 1, 1]);

  const next = await paired(optionsOf(["sgdm", "adam"]), ["adam"]);
  await next.takeStep();
  expect((await next.readRows()).map(({ columns }) => columns.step)).toEqual([[0], [0]]);
  next.dispose();
});

/** What the page is told of 14 steps with a planned change. */
async function told(openPartner: WorkerDeps["openPartner"]) {
  const page = openTestTrainer({
    openPartner,
    openDevice: async () => ({
      backend: "wasm", // in name: both sides run on tfjs's cpu backend
      adapter: null,
      isSoftware: false,
      reason: "WASM, as chosen.",
      notices: [],
      fence: null,
      lost: null,
      compiles: false,
    }),
  });
  page.configure("a", {
    task: "sine",
    seed: 3,
    steps: 14,
    batchSize: 8,
    optimizers: [{ id: "sgdm" }, { id: "apo-lr" }, { id: "kfac" }, { id: "adam" }],
    interventions: [{ step: 5, name: "learningRate", value: 0.002, run: "adam" }],
  });
  page.send({ type: "metaStep", experiment: "a", run: "apo-lr" });
  const paused = await page.next("status", ({ status, step }) => status === "paused" && step > 0);
  page.send({ type: "play", experiment: "a" });
  await page.next("status", ({ status, step }) => status === "paused" && step === 14);
  const runs = page.all("ready").flatMap((event) => event.runs.map(({ run }) => run));
  const story = {
    paused,
    losses: runs.map((run) => page.column("a", run, "trainLoss")),
    metaSteps: page.all("rows").at(-1)?.metaSteps,
    rest: page.events.filter(({ type }) => ["ready", "intervention", "evaluation", "runStatus"].includes(type)),
  };
  const notices = page.all("notice").map(({ notice }) => notice.title);
  page.close();
  return { story, notices };
}

test("the page is told the same of a race over two workers, and of one whose partner does not start, which says so", async () => {
  let asked = 0;
  const alone = await told(() => null);
  const together = await told(() => {
    asked++;
    return { theirs: new Set(["kfac", "apo-lr"]), link };
  });
  const refused = await told(() => {
    throw new Error("Workers are forbidden here.");
  });
  expect(together).toEqual(alone);
  expect(asked).toBe(1);
  expect(alone.story.losses.map(({ length }) => length)).toEqual([14, 14, 14, 14]);
  expect(alone.notices).toEqual([]);
  expect(refused).toEqual({ ...alone, notices: ["The race runs in one worker"] });
});

test("the loss of the partner is said at the step that needs it", async () => {
  const race = await paired(optionsOf(["sgdm", "adam"]), ["adam"]);
  await race.takeStep();
  link.fail("out of memory");
  await expect(race.takeStep()).rejects.toThrow("The second training worker stopped: out of memory");
  expect(race.step).toBe(1);
  race.dispose();
});
