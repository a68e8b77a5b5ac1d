import { getBackend, ready, setBackend } from "@tensorflow/tfjs-core";
import "../../kernels/cpu/cpuBackend";
import "@tensorflow/tfjs-backend-webgpu";
import { describe, expect, it } from "vitest";
import type { Preset } from "../../../config/experiment/presets/preset";
import type { OptimizerId } from "../../../config/tables/optimizers";
import type { ReadFile } from "../../data/readFile";
import { useWebGpu } from "../../testing/webGpu";
import {
  GOLDEN_NAMES,
  GOLDEN_OPTIMIZERS,
  type Golden,
  type GoldenName,
  isOfNetwork,
  largestDifference,
  trainGolden,
  withRuns,
} from "./golden";
import {
  apartText,
  type GoldenPresets,
  PRESET_TOLERANCE,
  runsApart,
  STEPS_APART,
  TOY_PRESETS,
  trainPresetSteps,
} from "./presetsApart";

const goldens = import.meta.glob<Golden>("./*.json", { eager: true, import: "default" });

const fetchPublicData: ReadFile = async (path) => {
  const response = await fetch(`/data/${path}`);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** All steps where asked for (`npm run golden:webgpu`, `golden:presets`); an adapter in software takes minutes for them, so else the first few. */
const isWhole = import.meta.env.VITE_GOLDEN_STEPS === "all";

/**
 * Each network with one or two methods, and every method on some network: with all of all an adapter in software would take two minutes more
 * (`npm run golden:webgpu`). CIFAR-100's network is CIFAR-10's, and Fashion-MNIST's is MNIST's.
 */
const SHORT: Partial<Record<GoldenName, readonly OptimizerId[]>> = {
  cifar100: ["sgdm"],
  "mnist-autoencoder": ["kfac", "apo-p"],
  "fashion-mnist": ["sgdm"],
  translation: ["adam", "apo-p"],
  alexnet: ["apo-lr"],
  vgg16: ["kfac"],
  resnet18: ["apo-p"],
  wrn28: ["sgdm"],
};

/** The networks of the poster's tables, with the translating one: all their steps. */
const isPoster = (name: GoldenName) => isOfNetwork(name) || name === "translation";

describe("golden traces on WebGPU", () => {
  useWebGpu();

  it.each(GOLDEN_NAMES)(
    "of %s are met within 1e-3",
    async (task) => {
      const recorded = goldens[`./${task}.json`];
      const golden = recorded && (isWhole ? recorded : withRuns(recorded, SHORT[task] ?? GOLDEN_OPTIMIZERS));
      if (!golden) throw new Error(`There is no golden trace of ${task}: run npm run golden.`);
      const steps = isWhole || isPoster(task) ? golden.config.steps : Math.min(3, golden.config.steps - 1);
      const runs = await trainGolden(golden.config, fetchPublicData, steps);
      const parts: string[] = [];
      for (const [i, expected] of golden.runs.entries()) {
        const actual = runs[i];
        expect(actual?.trainLoss).toHaveLength(steps);
        const difference = actual ? largestDifference(actual, expected) : Number.POSITIVE_INFINITY;
        expect(difference, expected.run).toBeLessThan(1e-3);
        parts.push(`${expected.run} ${difference.toExponential(1)}`);
      }
      console.log(`${task}, WebGPU against cpu: ${parts.join(", ")}`);
    },
    600_000,
  );
});

/** Trains it on the other backend, and comes back. */
async function trainOnCpu(preset: Preset, steps: number) {
  await setBackend("cpu");
  await ready();
  const runs = await trainPresetSteps(preset, steps, fetchPublicData);
  await setBackend("webgpu");
  return runs;
}

const goldenPresets = Object.values(
  import.meta.glob<GoldenPresets>("./presets.json", { eager: true, import: "default" }),
)[0];

/** The first of the steps that are recorded. */
const goldenSteps = (id: string, steps: number) =>
  (goldenPresets?.[id] ?? []).map(({ run, columns }) => ({
    run,
    columns: Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values?.slice(0, steps)])),
  }));

describe("toy presets on WebGPU and on the CPU", () => {
  useWebGpu();
  const steps = isWhole ? STEPS_APART : 2;

  it.each(TOY_PRESETS)(
    "$id begins within the published tolerance",
    async (preset) => {
      const onWebGpu = await trainPresetSteps(preset, steps, fetchPublicData);
      const onCpu = isWhole ? await trainOnCpu(preset, steps) : goldenSteps(preset.id, steps);
      expect(getBackend()).toBe("webgpu");
      const runs = runsApart(onWebGpu, onCpu);
      console.log(`${preset.id}, WebGPU against cpu, ${steps} steps: ${apartText(runs)}`);
      expect(Math.max(...runs.map(({ largest }) => largest)), "two devices").toBeGreaterThan(0);
      for (const { run, largest, firstBeyond } of runs) {
        expect(largest, run).toBeGreaterThanOrEqual(0);
        if (isWhole) expect(firstBeyond ?? steps, run).toBeGreaterThan(2);
        else expect(largest, run).toBeLessThan(PRESET_TOLERANCE);
      }
    },
    1_800_000,
  );
});
