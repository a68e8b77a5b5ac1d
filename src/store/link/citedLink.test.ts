import { expect, test } from "vitest";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { OPTIMIZER_IDS } from "../../config/tables/optimizers";
import { TASK_STARTS } from "../../config/tables/taskStarts";
import { TASKS } from "../../config/tables/tasks";
import { foldStepZero } from "../experiment/interventions";
import { citedLink } from "./citedLink";
import { readLink } from "./readLink";

const cited = (experiment: object) => {
  const { config } = resolveExperiment({ version: 1, backend: "wasm", ...experiment });
  return {
    config: foldStepZero(config),
    link: citedLink({ config: foldStepZero(config), interventions: [], environment: null }),
  };
};

/** Changes a table for the time of a test, deep down: every number in it grows. */
function withOtherNumbers<Result>(tables: readonly object[], act: () => Result): Result {
  const undo: (() => void)[] = [];
  const change = (table: object) => {
    for (const [key, value] of Object.entries(table)) {
      if (typeof value === "object" && value !== null) change(value);
      else if (typeof value === "number") {
        Object.assign(table, { [key]: value * 1.5 });
        undo.push(() => Object.assign(table, { [key]: value }));
      }
    }
  };
  for (const table of tables) change(table);
  try {
    return act();
  } finally {
    for (const back of undo.toReversed()) back(); // tables share rows, which change twice
  }
}

test.each(PRESETS.map(({ id, experiment }) => [id, experiment] as const))(
  "the cited link of the preset %s opens its experiment",
  (_, experiment) => {
    const { config, link } = cited(experiment);
    const read = readLink(link);
    expect(read.notes).toEqual([]);
    expect(read.config).toEqual(config);
  },
);

test("a cited link opens the same experiment where every method starts elsewhere and runs are longer", () => {
  const { config, link } = cited({ task: "sine", optimizers: OPTIMIZER_IDS.map((id) => ({ id })) });
  const plain = "?v=1&task=sine&backend=wasm&opt=apo-p,apo-lr,sgdm";
  const before = readLink(plain).config;
  const after = withOtherNumbers([TASK_STARTS, TASKS], () => ({
    cited: readLink(link).config,
    plain: readLink(plain).config,
  }));
  expect(after.plain).not.toEqual(before);
  expect(after.cited).toEqual(config);
});

test("every setting that a method reads and every move stands in it", () => {
  const { link } = cited({
    task: "linear",
    optimizers: [{ id: "apo-p" }, { id: "sgdm", run: "fast", hyperparams: { learningRate: 0.5 } }, { id: "sgdm" }],
    interventions: [{ step: 3, run: "apo-p", name: "lambdaFsd", value: 2 }],
  });
  expect(link).toContain("at=3:apo-p.lf=2");
  for (const part of [
    "seed=",
    "steps=",
    "batch=",
    "kappa=",
    "grid=0",
    "backend=wasm",
    "fast.learningRate=0.5",
    "lf=",
    "k=",
    "alpha=",
  ])
    expect(link).toMatch(new RegExp(`[?&]${part}`));
});
