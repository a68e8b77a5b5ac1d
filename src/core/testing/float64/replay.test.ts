import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { GivenProblem } from "../../../config/experiment/experiment";
import { hyperparamDefaults } from "../../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../../config/tables/hyperparams";
import { relativeError } from "../numeric";
import { type Float64Method, replayInFloat64 } from "./replay";

interface Fixture {
  config: { optimizers: { id: string; hyperparams: Partial<Hyperparams> }[]; given: GivenProblem };
  expected: { name: string; trainLoss: number[] }[];
}

/** Enough for every rule to have used its memory; each step of the fixtures is a batch of 32 or 64. */
const STEPS = 8;
const METHODS: readonly string[] = ["sgd", "sgdm", "adam", "kfac", "apo-lr", "apo-p"] satisfies Float64Method[];

describe.each(["mlp-regression", "mlp-classification"])("the float64 reference on %s.json", (file) => {
  const path = join(import.meta.dirname, "../../training/fixtures", `${file}.json`);
  const { config, expected } = JSON.parse(readFileSync(path, "utf8")) as Fixture;
  const runs = config.optimizers.flatMap(({ id, hyperparams }, i) =>
    METHODS.includes(id)
      ? [{ name: expected[i]?.name, id: id as Float64Method, hyperparams, want: expected[i]?.trainLoss }]
      : [],
  );

  it.each(runs)("$name is the other program's trace to 1e-9", ({ id, hyperparams, want = [] }) => {
    const { trainLoss } = replayInFloat64(config.given, id, { ...hyperparamDefaults(id), ...hyperparams }, STEPS);
    trainLoss.forEach((loss, step) => {
      expect(relativeError([loss], [want[step] as number])).toBeLessThan(1e-9);
    });
  });
});
