import { describe, expect, it } from "vitest";
import { resolveExperiment } from "../experiment/resolveExperiment";
import { NUMERIC_HYPERPARAM_NAMES } from "./hyperparamNames";
import { actsMidRun, hyperparamDefaults, hyperparamRange, readsHyperparam } from "./hyperparamRange";
import { CHOICES, HYPERPARAM_NAMES, HYPERPARAMS } from "./hyperparams";
import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "./optimizers";

const pairs = OPTIMIZER_IDS.flatMap((id) => NUMERIC_HYPERPARAM_NAMES.map((name) => [id, name] as const));

describe("the hyperparameter table", () => {
  it("names every number and every choice of the trace format", () => {
    expect([...HYPERPARAM_NAMES].sort()).toEqual([...NUMERIC_HYPERPARAM_NAMES, ...Object.keys(CHOICES)].sort());
  });

  it("has exactly four live knobs, with the short names of links", () => {
    const live = HYPERPARAM_NAMES.map((name) => HYPERPARAMS[name]).filter((info) => info.live);
    expect(live.map((info) => (info.kind === "number" ? info.link : null))).toEqual(["lf", "lw", "k", "alpha"]);
  });

  it.each(HYPERPARAM_NAMES)("explains %s in one sentence", (name) => {
    expect(HYPERPARAMS[name].summary).toMatch(/^[A-ZW][^.]*(\.\d[^.]*)*\.$/);
    expect(HYPERPARAMS[name].label).not.toBe("");
  });

  it.each(pairs)("%s: the slider of %s lies within the limits and holds its default", (id, name) => {
    const { min, max, limits, default: start, allowsZero, scale, integer } = hyperparamRange(id, name);
    expect(min).toBeGreaterThanOrEqual(limits.min);
    expect(max).toBeLessThanOrEqual(limits.max);
    expect(min).toBeLessThan(max);
    if (scale === "log") expect(min).toBeGreaterThan(0);
    if (allowsZero) expect([limits.min, limits.open === "min" || limits.open === "both"]).toEqual([0, false]);
    expect((allowsZero && start === 0) || (start >= min && start <= max)).toBe(true);
    if (integer) expect([min, max, start].every(Number.isInteger)).toBe(true);
  });
});

describe("hyperparamRange", () => {
  it.each([
    ["apo-p", "metaLearningRate", 1e-3, 0.05],
    ["apo-lr", "metaLearningRate", 0.01, 0.3],
    ["apo-p", "learningRate", 1e-3, 0.3],
    ["apo-lr", "learningRate", 1e-4, 1],
    ["apo-p", "lambdaFsd", 0.01, 100],
    ["apo-lr", "lambdaWsd", 1e-4, 100],
    ["apo-p", "metaUpdateInterval", 1, 50],
    ["kfac", "learningRate", 1e-3, 0.3],
    ["kfac", "damping", 1e-7, 0.1],
    ["sgd", "learningRate", 1e-3, 3],
    ["sgdm", "learningRate", 1e-4, 0.5],
    ["adam", "learningRate", 1e-4, 0.1],
  ] as const)("gives %s the studied slider of %s: %d to %d", (id, name, min, max) => {
    const range = hyperparamRange(id, name);
    expect([range.min, range.max]).toEqual([min, max]);
  });

  it("says η₀ where the learning rate is only a start", () => {
    expect(
      OPTIMIZER_IDS.filter((id) => hyperparamRange(id, "learningRate").label === "Starting learning rate"),
    ).toEqual(["apo-p", "apo-lr"]);
  });
});

describe("hyperparamDefaults", () => {
  it.each(OPTIMIZER_IDS)("gives %s a value for every name", (id) => {
    expect(Object.keys(hyperparamDefaults(id)).sort()).toEqual([...HYPERPARAM_NAMES].sort());
  });

  it("gives APO-η the bias-corrected RMSprop (0.9), and APO-P Adam (0.9, 0.99)", () => {
    expect(hyperparamDefaults("apo-lr")).toMatchObject({
      metaOptimizer: "rmsprop",
      metaBeta2: 0.9,
      metaLearningRate: 0.1,
    });
    expect(hyperparamDefaults("apo-p")).toMatchObject({ metaOptimizer: "adam", metaBeta1: 0.9, metaBeta2: 0.99 });
  });
});

describe("what a hyperparameter can do", () => {
  it.each([
    ["apo-p", "lambdaFsd", true, true],
    ["apo-p", "learningRate", true, false], // η₀ is where P starts
    ["apo-lr", "baseOptimizer", true, false],
    ["apo-lr", "momentum", true, true], // of its base
    ["sgd", "momentum", false, false],
    ["sgdm", "learningRate", true, true],
    ["kfac", "lambdaFsd", false, false],
    ["kfac", "damping", true, true],
  ] as const)("%s, %s: read %s, changes mid-run %s", (id, name, reads, acts) => {
    expect(readsHyperparam(id, name)).toBe(reads);
    expect(actsMidRun(id, name)).toBe(acts);
  });

  it("lets every live knob act in every method that reads it", () => {
    for (const { id, hyperparams } of Object.values(OPTIMIZERS)) {
      for (const name of hyperparams) if (HYPERPARAMS[name].live) expect(actsMidRun(id, name)).toBe(true);
    }
  });
});

describe("limits of a method's own", () => {
  const lambdaOf = (id: OptimizerId) => {
    const input = { version: 1, task: "sine", optimizers: [{ id, hyperparams: { lambdaWsd: 0 } }] };
    const { config, notes } = resolveExperiment(input, { mode: "lenient" });
    return { value: config.optimizers[0]?.hyperparams.lambdaWsd, notes };
  };

  it("keep λ_WSD of gradient descent above 0, where it divides, and say so", () => {
    const { value, notes } = lambdaOf("gradient-descent");
    expect(value).toBe(0.3);
    expect(notes).toMatchObject([{ title: "λ_WSD of run gradient-descent is 0" }]);
    expect(notes[0]?.detail).toContain("above 0, at most 1000000");
  });

  it("let the other methods do without WSD", () => {
    for (const id of ["natural-gradient", "hessian-free", "proximal-point", "apo-p"] as const)
      expect(lambdaOf(id)).toEqual({ value: 0, notes: [] });
  });

  it("hold for a scheduled move in the strictest run that it reaches", () => {
    const input = {
      version: 1,
      task: "sine",
      optimizers: [{ id: "apo-p" }, { id: "gradient-descent" }],
      interventions: [{ step: 5, name: "lambdaWsd", value: 0 }],
    };
    const { config, notes } = resolveExperiment(input, { mode: "lenient" });
    expect(config.interventions).toEqual([{ step: 5, name: "lambdaWsd", value: 0.3 }]);
    expect(notes).toHaveLength(1);
  });
});
