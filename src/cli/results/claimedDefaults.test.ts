import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { STUDY_IDS } from "../../config/claims/studies";
import { madeMethod, madeRun } from "../../config/claims/testing/madeRecords";
import { CLAIMED_SETTINGS } from "../../config/tables/chosen/claimedSettings";
import { NETWORK_FORMS } from "../../config/tables/networks/networkStarts";
import type { OptimizerId } from "../../config/tables/optimizers";
import { TASK_IDS } from "../../config/tables/taskIds";
import { settingsFrom, TASK_SETTINGS } from "../../config/tables/taskSettings";
import { readRecords } from "../claims/recordFiles";
import { claimedSettings, ownerOf } from "./claimedDefaults";

const root = join(import.meta.dirname, "../../..");
const ends = (count: number) => Array.from({ length: count }, () => [0.5]);

describe("defaults from the claims", () => {
  it("in force are those of the records", () => {
    const recorded = claimedSettings(readRecords(join(root, "docs/claims")));
    for (const [owner, methods] of Object.entries(CLAIMED_SETTINGS)) {
      const own = recorded[owner as keyof typeof recorded] ?? {};
      for (const [id, claimed] of Object.entries(methods))
        expect(own[id as OptimizerId], `${owner} ${id}`).toEqual(claimed);
    }
  });

  it("are of tasks and of networks with settings of their own, each of one study", () => {
    const owners = STUDY_IDS.map(ownerOf).filter((owner) => owner !== null);
    expect(new Set(owners).size).toBe(owners.length);
    const known: readonly string[] = [...TASK_IDS, ...NETWORK_FORMS];
    for (const owner of owners) expect(known).toContain(owner);
    expect([ownerOf("lenet"), ownerOf("resnet18"), ownerOf("linear-1e4")]).toEqual(["cifar10", "resnet18", null]);
  });

  it("come from records with all five seeds, and not from a schedule", () => {
    const whole = madeMethod("sine", "adam", "adam", { learningRate: 0.02 }, ends(5));
    const short = madeMethod("sine", "sgd", "sgd", { learningRate: 0.3 }, ends(4));
    const schedule = madeMethod("lenet", "sgdm-step", "sgdm", { learningRateSchedule: "step" }, ends(5));
    expect(claimedSettings([whole, short, schedule])).toEqual({
      sine: {
        adam: { hyperparams: { learningRate: 0.02 }, candidates: 1, criterion: "training loss", steps: 1000 },
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
      claimedSettings(records).cifar10?.["apo-lr"]?.hyperparams.baseOptimizer;
    expect(baseOf(on("sgdm", 5, 0.4), on("adam", 5, 0.5))).toBe("adam");
    expect(baseOf(on("sgdm", 5, 0.5), on("adam", 5, 0.4))).toBe("sgdm");
    expect(baseOf(on("sgdm", 5, 0.5), on("adam", 4, 0.4))).toBeUndefined();
  });

  it("are what ran, over the method's bare defaults, and leave other methods as they are", () => {
    const claimed = { hyperparams: { learningRate: 0.02 }, candidates: 16, criterion: "training loss", steps: 1000 };
    const settings = settingsFrom("sine", { adam: claimed });
    expect(settings.adam).toEqual({
      hyperparams: { learningRate: 0.02 }, // without the start's β₂
      tuned: "16 candidates, seed 0, best training loss after 1000 steps (docs/results.md)",
    });
    expect(settings.sgdm).toEqual(settingsFrom("sine", {}).sgdm);
    expect(TASK_SETTINGS.sine).toEqual(settingsFrom("sine", CLAIMED_SETTINGS.sine ?? {}));
  });
});
