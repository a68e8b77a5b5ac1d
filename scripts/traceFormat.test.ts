import { describe, expect, it } from "vitest";
import { experimentSchema } from "../src/config/experiment/experiment";
import { defaultHyperparams } from "../src/config/experiment/resolveRuns";
import { TRACE_COLUMNS, traceSchema } from "../src/config/experiment/trace";
import { HYPERPARAM_NAMES, HYPERPARAMS, type HyperparamName } from "../src/config/tables/hyperparams";
import { OPTIMIZER_IDS } from "../src/config/tables/optimizers";
import { createGiven } from "../src/core/tasks/given";
import { codeIn, read, rowsOf, section } from "./documents";

describe("docs/TRACE.md", () => {
  const trace = read("docs/TRACE.md");
  /** The examples, without their comments. */
  const examples = [...trace.matchAll(/```jsonc\n(.*?)```/gs)].map(([, json = ""]) =>
    JSON.parse(json.replace(/(^|[\s,])\/\/.*$/gm, "$1")),
  );

  it("shows a document that the schema takes, once every hyperparameter is filled in", () => {
    const [document] = examples;
    for (const run of document.config.optimizers)
      run.hyperparams = { ...defaultHyperparams({ task: "sine" }, run.id), ...run.hyperparams };
    expect(() => traceSchema.parse(document)).not.toThrow();
    expect(Object.keys(document.runs[0].columns)).toEqual([...TRACE_COLUMNS]);
    for (const column of Object.values(document.runs[0].columns)) expect(column).toHaveLength(2);
  });

  it("shows a given problem whose parts fit together", () => {
    const [, config] = examples;
    const { given, steps = 0 } = experimentSchema.parse(config);
    if (!given) throw new Error("The example has no field given.");
    const { task } = createGiven(given, { steps, fsdBatches: true, targetNoise: true });
    expect(task.train.count).toBe(2);
  });

  it("lists every column", () => {
    const rows = rowsOf(section("docs/TRACE.md", "## Columns"));
    expect(rows.map(([name]) => codeIn(name ?? "")[0])).toEqual([...TRACE_COLUMNS]);
  });

  it("lists every method", () => {
    const [, ids = ""] = /Ids of methods: `([^`]+)`/.exec(trace) ?? [];
    expect(ids.split(" ")).toEqual([...OPTIMIZER_IDS]);
  });

  const rows = rowsOf(section("docs/TRACE.md", "## Methods and hyperparameters"));

  it("lists every hyperparameter once", () => {
    expect(rows.map(([name]) => codeIn(name ?? "")[0])).toEqual([...HYPERPARAM_NAMES]);
  });

  it.each(HYPERPARAM_NAMES)("gives the symbol and the values of %s", (name) => {
    const row = rows.find(([cell]) => cell === `\`${name}\``);
    expect(row?.slice(1, 3).map((cell) => cell.trim())).toEqual([HYPERPARAMS[name].symbol, valuesOf(name)]);
  });
});

/** "whole, 1 to 1000", "above 0 to 1e6" or the words of a choice: what is accepted at all. */
function valuesOf(name: HyperparamName): string {
  const info = HYPERPARAMS[name];
  if (info.kind === "choice") return info.choices.map((word) => `\`${word}\``).join(", ");
  const { min, max, open } = info.limits;
  const text = (value: number) => (value >= 1e5 ? value.toExponential().replace("e+", "e") : String(value));
  const [above, below] = [open === "min" || open === "both", open === "max" || open === "both"];
  return `${info.integer ? "whole, " : ""}${above ? "above " : ""}${text(min)} to ${below ? "below " : ""}${text(max)}`;
}
