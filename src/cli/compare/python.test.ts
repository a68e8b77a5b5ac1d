import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { givenTemplate } from "../trace/givenTemplate";
import { readTraceArgs } from "../trace/traceArgs";
import { trainTrace } from "../trace/trainTrace";
import { compareCommand } from "./compareCommand";

const hasPython = spawnSync("python3", ["--version"]).status === 0;

it.skipIf(!hasPython)(
  "a Python program's SGD with momentum has the losses of ours to 1e-5, and another rate is found at once",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "apo-python-"));
    const write = (name: string, content: unknown) => {
      writeFileSync(join(folder, name), JSON.stringify(content));
      return join(folder, name);
    };
    const python = (problem: string) =>
      write("mine.json", JSON.parse(execFileSync("python3", ["examples/compare.py", problem], { encoding: "utf8" })));
    try {
      const template = givenTemplate("mlp") as { optimizers: { hyperparams: { learningRate: number } }[] };
      const problem = write("problem.json", template);
      const request = readTraceArgs(["--task", "given", "--config", problem, "--optimizers", "sgdm"]);
      if (!request) throw new Error("The template is asked for help.");
      const ours = write("apo.json", await trainTrace(request));
      const said: string[] = [];
      const compare = () => compareCommand([python(problem), ours, "--rtol", "1e-5"], (text) => said.push(text));
      expect([compare(), said.at(-1)?.split("\n").at(-1)]).toEqual([
        0,
        expect.stringMatching(/^The same within rtol 0.00001/),
      ]);
      for (const { hyperparams } of template.optimizers) hyperparams.learningRate *= 1.01;
      write("problem.json", template);
      expect([compare(), said.at(-1)?.split("\n").at(-1)]).toEqual([
        4,
        expect.stringMatching(/first at step 1, sgdm, trainLoss/),
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

it.skipIf(!hasPython)("without the name of a problem the Python program says how it is called", () => {
  const { status, stderr } = spawnSync("python3", ["examples/compare.py"], { encoding: "utf8" });
  expect([status, stderr]).toEqual([1, "Usage: python3 examples/compare.py problem.json > mine.json\n"]);
});
