import "@tensorflow/tfjs-backend-webgpu";
import { describe, expect, it } from "vitest";
import { TASK_IDS } from "../../../config/tables/taskIds";
import type { ReadFile } from "../../data/readFile";
import { useWebGpu } from "../../testing/webGpu";
import { type Golden, largestDifference, trainGolden } from "./golden";

const goldens = import.meta.glob<Golden>("./*.json", { eager: true, import: "default" });

const fetchPublicData: ReadFile = async (path) => {
  const response = await fetch(`/data/${path}`);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** All steps where asked for (`npm run golden:webgpu`); an adapter in software takes ten minutes for them, so else the first few. */
const isWhole = import.meta.env.VITE_GOLDEN_STEPS === "all";

describe("golden traces on WebGPU", () => {
  useWebGpu();

  it.each(TASK_IDS)(
    "of %s are met within 1e-3",
    async (task) => {
      const golden = goldens[`./${task}.json`];
      if (!golden) throw new Error(`There is no golden trace of ${task}: run npm run golden.`);
      const steps = isWhole ? golden.config.steps : Math.min(3, golden.config.steps - 1);
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
