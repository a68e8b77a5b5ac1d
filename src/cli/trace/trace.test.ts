import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { traceSchema } from "../../config/experiment/trace";
import { buildCommands } from "../testing/builtCommands";
import { readTraceArgs } from "./traceArgs";

/** The folder of the command, compiled. */
let built: string;
beforeAll(async () => {
  built = await buildCommands("trace");
});
afterAll(() => rmSync(built, { recursive: true }));

const command = (args: string[]) => [join(built, "trace.js"), ...args];
const trace = (...args: string[]) =>
  traceSchema.parse(JSON.parse(execFileSync(process.execPath, command(args), { encoding: "utf8", stdio: "pipe" })));

describe("npm run trace", () => {
  it("prints one document of the format and nothing else, with every default filled in", () => {
    const { config, runs, environment } = trace(
      ...["--task", "sine", "--optimizers", "apo-p,sgdm", "--steps", "6", "--seed", "7", "--backend", "cpu"],
      ...["--set", "lambdaFsd=0.3", "--at", "3:lambdaFsd=3", "--params", "--gap"],
    );
    expect(environment.backend).toBe("cpu");
    expect(config.interventions).toEqual([{ step: 3, name: "lambdaFsd", value: 3 }]);
    expect(config.optimizers.map(({ hyperparams }) => hyperparams.momentum)).toEqual([0.9, 0.9]);
    const [apo, sgdm] = runs;
    expect(apo?.columns.step).toEqual([0, 1, 2, 3, 4, 5]);
    expect(apo?.columns.trainLoss[0]).toBe(sgdm?.columns.trainLoss[0]);
    // at evaluations only, of which there is one before the last step is taken
    const measured = [apo, sgdm].map((run) => run?.columns.proximalDistance.map((value) => value !== null));
    expect(measured).toEqual([true, true].map((first) => [first, false, false, false, false, false]));
    expect(apo?.finalParams?.map(({ shape }) => shape)).toEqual([
      [64, 2],
      [64, 65],
      [1, 65],
    ]);
    // objective = loss + λ_FSD·FSD + λ_WSD·WSD with the λ of its step: 0.3 before the change, 3 from it on
    for (const [step, lambda] of [
      [2, 0.3],
      [3, 3],
    ] as const) {
      const { objective, objectiveLoss, fsd } = apo?.columns ?? {};
      expect(objective?.[step]).toBeCloseTo((objectiveLoss?.[step] ?? 0) + lambda * (fsd?.[step] ?? 0), 10);
    }
  });

  it("runs a given problem from a file, filtered by method, and agrees with the independent program", () => {
    const file = "src/core/training/fixtures/mlp-classification.json";
    const { runs } = trace("--task", "given", "--config", file, "--optimizers", "adam", "--backend", "cpu");
    const expected = JSON.parse(readFileSync(file, "utf8")).expected.find(
      (run: { name: string }) => run.name === "adam",
    );
    expect(runs[0]?.columns.trainLoss).toHaveLength(50);
    for (const [step, loss] of expected.trainLoss.entries())
      expect(Math.abs((runs[0]?.columns.trainLoss[step] ?? 0) - loss)).toBeLessThan(1e-4 * loss);
  });

  it("trains on a table of one's own, and says which columns it took", () => {
    const folder = mkdtempSync(join(tmpdir(), "apo-csv-"));
    const file = join(folder, "t.csv");
    const rows = Array.from({ length: 40 }, (_, i) => `${i};${(i * 7) % 40},5;x;${2 * i}`);
    writeFileSync(file, `a;b;name;c\n${rows.join("\n")}\n`);
    const args = ["--task", "csv", "--csv", file, "--target", "b", "--optimizers", "sgdm", "--steps", "40"];
    const { stdout, stderr } = spawnSync(process.execPath, command([...args, "--backend", "cpu"]), {
      encoding: "utf8",
    });
    const { config, runs } = traceSchema.parse(JSON.parse(stdout));
    expect(stderr).toContain(
      't.csv: semicolons between columns, decimal commas\nTarget: b. Inputs: a, c.\nLeft out: name (text "x" in line 2, column 3).\n',
    );
    rmSync(folder, { recursive: true });
    expect(config.csv).toEqual({ file: "t.csv", target: "b", inputs: ["a", "c"] });
    const [before, after] = [0, -1].map((at) => runs[0]?.evaluations.trainLoss.at(at) ?? Number.NaN);
    expect(after).toBeLessThan(before as number);
    expect(() => readTraceArgs(["--task", "csv"])).toThrow(/needs a file.*--csv FILE/);
    expect(readTraceArgs(["--task", "csv", "--csv", file, "--inputs", "a, x%2Cy"])?.config.csv?.inputs).toEqual([
      "a",
      "x,y",
    ]);
  });

  it("names what is wrong, what would do and the remedy, prints no document, and fails", () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, command(["--task", "sinus", "--steps=-3"]), {
      encoding: "utf8",
    });
    expect(stdout).toBe("");
    expect(status).toBe(1);
    expect(stderr).toMatch(/The task is "sinus".*sine, linear/);
    expect(stderr).toMatch(/The number of steps is -3/);
  });
});
