import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { MethodRecord } from "../../config/claims/record";
import { recordedSettings } from "../../config/claims/recordedSettings";
import { STEADY_SEEDS } from "../../config/claims/rules";
import { studyOwner } from "../../config/claims/settingsOwner";
import { STUDY_IDS, type StudyId } from "../../config/claims/studies";
import { madeMethod, madeRun } from "../../config/claims/testing/madeRecords";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { CLAIMED_SETTINGS } from "../../config/tables/chosen/claimedSettings";
import { NETWORK_FORMS } from "../../config/tables/networks/networkStarts";
import type { OptimizerId } from "../../config/tables/optimizers";
import { TASK_IDS } from "../../config/tables/taskIds";
import { settingsFrom, TASK_SETTINGS } from "../../config/tables/taskSettings";
import { readRecords } from "../claims/recordFiles";
import { startNodeBackend } from "../nodeBackend";
import { claimedSettings, passedInForce } from "./claimedDefaults";
import { divergesAt, firstDivergence } from "./firstDivergence";
import { settingsApart } from "./settingsApart";

const records = readRecords(join(import.meta.dirname, "../../../docs/claims"));
const ends = (count: number) => Array.from({ length: count }, () => [0.5]);

describe("defaults from the claims", () => {
  it("in force are those of the records", () => {
    const recorded = claimedSettings(records, passedInForce);
    for (const [owner, { methods, ...study }] of Object.entries(CLAIMED_SETTINGS)) {
      const { methods: own = {}, ...from } = recorded[owner as keyof typeof recorded] ?? {};
      expect(from, owner).toEqual(study);
      for (const [id, claimed] of Object.entries(methods))
        expect(own[id as OptimizerId], `${owner} ${id}`).toEqual(claimed);
    }
  });

  it("are what the page sets a run of the task to, on what the records trained", () => {
    const { config } = resolveExperiment({ version: 1, task: "sine" });
    const found = records.flatMap((record) => {
      const owner = record.kind === "method" ? studyOwner(record.study as StudyId) : null;
      if (record.kind !== "method" || owner === null || !CLAIMED_SETTINGS[owner]?.methods[record.optimizer]) return [];
      const { trained, optimizer: id } = record;
      const own = { ...config, task: trained.task, taskOptions: { ...config.taskOptions, ...trained.taskOptions } };
      const recorded = recordedSettings(own, { id, run: id })?.config;
      expect(recorded, `${owner} ${id}`).toMatchObject(trained);
      const { hyperparams } = CLAIMED_SETTINGS[owner]?.methods[id] ?? {};
      if (owner !== "linear" || id !== "apo-p")
        expect(recorded?.optimizers).toMatchObject([{ id, run: id, hyperparams }]);
      return [owner];
    });
    expect(new Set(found)).toEqual(new Set(Object.keys(CLAIMED_SETTINGS)));
  });

  it("are no extreme where the best of the records is one that seeds do not tell from others", () => {
    const bestOf = (study: string, optimizer: OptimizerId) =>
      records.find((one) => one.kind === "method" && one.study === study && one.method === optimizer);
    expect(bestOf("sine", "kfac")).toMatchObject({ chosen: { damping: 6e-6 } });
    expect(TASK_SETTINGS.sine.kfac?.hyperparams.damping).toBeGreaterThanOrEqual(1e-4);
    for (const study of ["cars", "spirals"] as const) {
      expect(bestOf(study, "apo-lr")).toMatchObject({ chosen: { metaLearningRate: 0.0043 } });
      expect(TASK_SETTINGS[study]["apo-lr"]?.hyperparams.metaLearningRate).toBeGreaterThan(0.01);
    }
  });

  it("pass over what diverges on a held-out seed of the records, as it still does", async () => {
    await startNodeBackend("wasm");
    const sine = records.filter((one): one is MethodRecord => one.kind === "method" && one.study === "sine");
    const record = sine.find(({ method }) => method === "sgd");
    if (!record?.chosen) throw new Error("There is no record of SGD on sine.");
    const found = await firstDivergence(record, record.chosen);
    expect(found?.seed).toBe(2);
    expect(await divergesAt(record, record.chosen, 2, found?.step)).toBe(found?.step);
  });

  it("diverge on none of seeds 0 to 9 where that is recorded", () => {
    const steady = records.filter((one) => one.kind === "defaults");
    expect(steady.length).toBeGreaterThan(0);
    for (const { study, runs } of steady) {
      expect(
        runs.map(({ seed }) => seed),
        study,
      ).toEqual(STEADY_SEEDS);
      expect(
        runs.flatMap(({ diverged }) => diverged),
        study,
      ).toEqual([]);
    }
  });

  it("are found to diverge from the record where it has the run, else by training", async () => {
    const calm = madeMethod("sine", "sgd", "sgd", { learningRate: 0.05 }, ends(5));
    const held = calm.heldOut.map((run) => (run.seed === 3 ? { ...run, divergedAt: 450 } : run));
    expect(await firstDivergence({ ...calm, heldOut: held }, { learningRate: 0.05 })).toEqual({ seed: 3, step: 450 });
    const short = { ...calm, trained: { ...calm.trained, steps: 60 } };
    expect(await firstDivergence(short, { learningRate: 0.05 })).toBeNull();
    expect(await firstDivergence(short, { learningRate: 30 })).toEqual({ seed: 0, step: 50 }); // looked at every 50 steps
  });

  it("are the next best where the best was passed over, and say so", () => {
    const record = madeMethod("sine", "sgd", "sgd", { learningRate: 3 }, ends(5));
    const candidate = { ...madeRun("sine", 0, { learningRate: 0.1 }, [2]), arm: 0, round: 0 };
    const two = { ...record, candidates: [...record.candidates, candidate] };
    const unsteady = [{ seed: 2, step: 100 }];
    const claimed = claimedSettings([two], () => unsteady).sine;
    expect(claimed?.methods.sgd).toEqual({ hyperparams: { learningRate: 0.1 }, unsteady });
    expect(settingsFrom("sine", claimed).sgd?.tuned).toContain("diverge on none of seeds 0 to 9");
    expect(claimedSettings([two], () => [...unsteady, ...unsteady]).sine).toBeUndefined();
  });

  it("are, of the candidates as good as the best within the range of its held-out seeds, the nearest to what the app had", () => {
    const tried = (learningRate: number, loss: number) => ({
      ...madeRun("sine", 0, { learningRate }, [loss]),
      arm: 0,
      round: 0,
    });
    const record = madeMethod("sine", "sgd", "sgd", { learningRate: 1 }, [[0.1], [0.4], [0.2], [0.3], [0.2]]);
    const chosen = (...candidates: ReturnType<typeof tried>[]) => claimedSettings([{ ...record, candidates }]).sine;
    const [had, near, best] = [tried(0.1, 0.6), tried(0.3, 0.4), tried(1, 0.2)];
    expect(chosen(had, best, near)?.methods.sgd).toEqual({ hyperparams: { learningRate: 0.3 }, isLevel: true });
    expect(chosen(tried(0.1, 0.45), best, near)?.methods.sgd?.hyperparams).toEqual({ learningRate: 0.1 });
    expect(chosen(had, tried(0.3, 0.55), best)).toEqual({
      ...{ candidates: 3, criterion: "training loss", steps: 1000 },
      methods: { sgd: { hyperparams: { learningRate: 1 } } },
    });
    expect(settingsFrom("sine", chosen(had, best, near)).sgd?.tuned).toContain("within the range of seeds 1 to 5");
  });

  it("are near by the logarithms of their numbers, after the words in which they differ", () => {
    expect(settingsApart("kfac", { learningRate: 0.02, damping: 1e-4 }, { learningRate: 0.02, damping: 1e-4 })).toEqual(
      {
        words: 0,
        logs: 0,
      },
    );
    const apart = settingsApart(
      "apo-lr",
      { learningRate: 0.1, lambdaFsd: 3, baseOptimizer: "sgd" },
      { learningRate: 0.01, lambdaFsd: 0.3, baseOptimizer: "adam" },
    );
    expect(apart.words).toBe(1);
    expect(apart.logs).toBeCloseTo(Math.SQRT2 * Math.LN10, 12);
    expect(settingsApart("sgdm", { momentum: 0 }, {})).toEqual({ words: 0, logs: Number.POSITIVE_INFINITY });
  });

  it("are of tasks and of networks with settings of their own, each of one study", () => {
    const owners = STUDY_IDS.map(studyOwner).filter((owner) => owner !== null);
    expect(new Set(owners).size).toBe(owners.length);
    const known: readonly string[] = [...TASK_IDS, ...NETWORK_FORMS];
    for (const owner of owners) expect(known).toContain(owner);
    expect([studyOwner("lenet"), studyOwner("resnet18"), studyOwner("linear-1e4")]).toEqual([
      "cifar10",
      "resnet18",
      null,
    ]);
  });

  it("come from records with all five seeds, and not from a schedule", () => {
    const whole = madeMethod("sine", "adam", "adam", { learningRate: 0.02 }, ends(5));
    const short = madeMethod("sine", "sgd", "sgd", { learningRate: 0.3 }, ends(4));
    const schedule = madeMethod("lenet", "sgdm-step", "sgdm", { learningRateSchedule: "step" }, ends(5));
    expect(claimedSettings([whole, short, schedule])).toEqual({
      sine: {
        ...{ candidates: 1, criterion: "training loss", steps: 1000 },
        methods: { adam: { hyperparams: { learningRate: 0.02 } } },
      },
    });
  });

  it("of APO-η are on the base whose best candidate is better, once both are whole", () => {
    const on = (base: "sgdm" | "adam", seeds: number, score: number) => {
      const name = base === "adam" ? "apo-lr-adam" : "apo-lr";
      const record = madeMethod("lenet", name, "apo-lr", { baseOptimizer: base }, ends(seeds));
      const candidate = { ...madeRun("lenet", 0, { baseOptimizer: base }, [score]), arm: 0, round: 0 };
      return { ...record, candidates: [candidate] };
    };
    const baseOf = (...records: ReturnType<typeof on>[]) =>
      claimedSettings(records).cifar10?.methods["apo-lr"]?.hyperparams.baseOptimizer;
    expect(baseOf(on("sgdm", 5, 0.4), on("adam", 5, 0.5))).toBe("adam");
    expect(baseOf(on("sgdm", 5, 0.5), on("adam", 5, 0.4))).toBe("sgdm");
    expect(baseOf(on("sgdm", 5, 0.5), on("adam", 4, 0.4))).toBeUndefined();
  });

  it("are what ran, over the method's bare defaults, and leave other methods as they are", () => {
    const methods = { adam: { hyperparams: { learningRate: 0.02 } } };
    const settings = settingsFrom("sine", { candidates: 16, criterion: "training loss", steps: 1000, methods });
    expect(settings.adam).toEqual({
      hyperparams: { learningRate: 0.02 }, // without the start's β₂
      tuned: "16 candidates, seed 0, best training loss after 1000 steps (docs/results.md)",
    });
    expect(settings.sgdm).toEqual(settingsFrom("sine").sgdm);
    expect(TASK_SETTINGS.sine).toEqual(settingsFrom("sine", CLAIMED_SETTINGS.sine));
  });
});
