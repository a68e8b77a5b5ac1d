import { expect, it } from "vitest";
import type { NumericHyperparamName } from "../tables/hyperparamNames";
import { hyperparamRange } from "../tables/hyperparamRange";
import { isNumericHyperparam } from "../tables/hyperparams";
import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../tables/optimizers";
import { settingSymbol } from "../tables/settingWords";
import { checkHyperparam } from "./checkHyperparam";
import type { ConfigProblem } from "./checks";

const SETTINGS = OPTIMIZER_IDS.flatMap((id) =>
  OPTIMIZERS[id].hyperparams
    .filter(isNumericHyperparam)
    .map((name): [OptimizerId, NumericHyperparamName] => [id, name]),
);

/** Whether a value is within a setting's limits, an open end left out. */
function isInside(id: OptimizerId, name: NumericHyperparamName, value: number): boolean {
  const { limits, integer } = hyperparamRange(id, name);
  const { min, max, open } = limits;
  const isAbove = open === "min" || open === "both" ? value > min : value >= min;
  const isBelow = open === "max" || open === "both" ? value < max : value <= max;
  return isAbove && isBelow && (!integer || Number.isInteger(value));
}

it.each(SETTINGS)("%s %s: a value at or beyond an end is named and clamped inside, one inside is left", (id, name) => {
  const { limits, min, max, default: usual } = hyperparamRange(id, name);
  const ends = [limits.min, limits.max, limits.min - 1, limits.max + 1, -1e300, 1e300, 0, 7, min, max];
  for (const value of [...ends, Number.POSITIVE_INFINITY, Number.NaN, "7", null]) {
    const problems: ConfigProblem[] = [];
    const taken = checkHyperparam(id, name, value, usual, "run a", (problem) => problems.push(problem)) as number;
    expect(isInside(id, name, taken), `${value} becomes ${taken}`).toBe(true);
    const isFine = typeof value === "number" && isInside(id, name, value);
    expect(
      problems.map(({ title }) => title.startsWith(`${settingSymbol(id, name)} of run a is `)),
      String(value),
    ).toEqual(isFine ? [] : [true]);
    if (isFine) expect(taken).toBe(value);
  }
});

it.each([
  [0, 1e-8],
  [-3, 1e-8],
  [1, 0.1],
  [7, 0.1],
])("a solver tolerance of %d is taken as %d", (value, taken) => {
  const problems: ConfigProblem[] = [];
  const found = checkHyperparam("proximal-point", "solverTolerance", value, 0.01, "run a", (one) => problems.push(one));
  expect(found).toBe(taken);
  expect(problems).toMatchObject([{ allowed: "Allowed: above 0, below 1.", taken: `Using ${taken}.` }]);
});
