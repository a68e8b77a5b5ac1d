import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { TaskId } from "../../../config/tables/taskIds";
import { forEachBackend } from "../../testing/forEachBackend";
import { readPublicData } from "../../testing/publicData";
import {
  GOLDEN_NAMES,
  type Golden,
  goldenOptimizers,
  isOfNetwork,
  largestDifference,
  trainGolden,
  withRuns,
} from "./golden";
import { GOLDEN_PRESET_STEPS, type GoldenPresets, runsApart, TOY_PRESETS, trainPresetSteps } from "./presetsApart";

const goldenPresets = JSON.parse(readFileSync(join(import.meta.dirname, "presets.json"), "utf8")) as GoldenPresets;

const goldenOf = (task: string): Golden =>
  JSON.parse(readFileSync(join(import.meta.dirname, `${task}.json`), "utf8")) as Golden;

describe("golden traces", () => {
  const observed: string[] = [];
  afterAll(() =>
    console.log(`Golden traces, largest relative difference of a loss from the cpu:\n${observed.join("\n")}`),
  );

  forEachBackend((backend) => {
    it.each(GOLDEN_NAMES)(`of %s are met ${backend === "cpu" ? "exactly" : "within 1e-4"}`, async (name) => {
      const whole = goldenOf(name);
      const { task } = whole.config;
      expect([task, whole.config.taskOptions.network]).toContain(name);
      expect(whole.runs.map(({ run }) => run)).toEqual(goldenOptimizers(task as TaskId));
      expect(new Set(whole.runs.map(({ trainLoss: [first] }) => first)).size, "losses of the first step").toBe(1);
      // a step of a network of convolutions takes the cpu backend a second, and Fashion-MNIST is MNIST with other pixels: wasm takes them all
      const isShort = backend === "cpu" && isOfNetwork(name);
      const golden = isShort || (backend === "cpu" && name === "fashion-mnist") ? withRuns(whole, ["sgdm"]) : whole;
      const steps = isShort ? 2 : golden.config.steps;
      const runs = await trainGolden(golden.config, readPublicData, steps);
      if (isShort) expect(runs[0]?.trainLoss).toEqual(golden.runs[0]?.trainLoss.slice(0, steps));
      else if (backend === "cpu") expect(runs).toEqual(golden.runs);
      const differences = golden.runs.map((expected, i) => {
        const actual = runs[i];
        expect(actual?.trainLoss).toHaveLength(steps);
        return { run: expected.run, difference: actual ? largestDifference(actual, expected) : Infinity };
      });
      if (backend === "wasm")
        observed.push(`${name}: ${differences.map((d) => `${d.run} ${d.difference.toExponential(1)}`).join(", ")}`);
      for (const { run, difference } of differences) expect(difference, run).toBeLessThan(1e-4);
    });

    it.each(TOY_PRESETS)(
      `of the preset $id are met ${backend === "cpu" ? "exactly" : "within 1e-4"}`,
      async (preset) => {
        const golden = goldenPresets[preset.id] ?? [];
        expect(golden.length, "run npm run golden").toBeGreaterThan(0);
        const runs = await trainPresetSteps(preset, GOLDEN_PRESET_STEPS, readPublicData);
        const lengths = (trained: typeof runs) => trained.map(({ columns }) => columns.trainLoss?.length);
        expect(Math.max(...lengths(runs).map(Number))).toBe(GOLDEN_PRESET_STEPS);
        expect(lengths(runs)).toEqual(lengths(golden)); // one diverges in step 4
        if (backend === "cpu") expect(runs, "run npm run golden where its settings were changed").toEqual(golden);
        for (const { run, firstBeyond } of runsApart(runs, golden)) expect(firstBeyond, run).toBeNull();
      },
    );
  });
});
