import { expect, test } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { DEFAULT_TASK_OPTIONS } from "../../config/tables/taskOptions";
import { tinyTask } from "../../core/testing/tinyTasks";
import { openTestTrainer } from "../testing/testTrainer";
import { fetchPlanner, planRace } from "./planRace";

const RATES = { multiplyAddsPerMs: 1e6, numbersPerMs: 1e5, msPerCall: 0.01, invertedPerMs: 1e5, eigenPerMs: 1e4 };
const FINDINGS = { usable: [], refused: [], trials: [], isGpuSilent: false };
const named = { task: "given", taskOptions: DEFAULT_TASK_OPTIONS } as const;
const race = {
  batchSize: 16,
  runs: [{ run: "a", optimizer: "adam" as const, hyperparams: hyperparamDefaults("adam") }],
};

test("a device that a worker before has timed is not timed again", async () => {
  const planner = await fetchPlanner();
  const findings = { ...FINDINGS, rates: [{ backend: "cpu" as const, ...RATES }] };
  const device = { backend: "cpu" as const, findings: FINDINGS };
  const asked = { named, planner, findings, now: () => Number.NaN };
  const { network, findings: next } = await planRace(tinyTask("regression"), race, device, asked);
  expect(next?.rates).toEqual(findings.rates);
  expect(network?.runs).toEqual([{ run: "a", msPerStep: expect.any(Number), bytes: expect.any(Number) }]);
  expect(network?.outline).toMatchObject({ parameters: 25, forwardFlop: 32, inputs: [[1]] });
});

test("the worker tells of the network with its race, and a race goes without where the script does not come", async () => {
  const page = openTestTrainer({ fetchPlanner });
  page.configure("e1", { task: "sine", optimizers: [{ id: "sgdm" }, { id: "natural-gradient" }] });
  const { network } = await page.next("ready");
  expect(network?.outline.nodes.map(({ name, shape }) => [name, shape])).toEqual([
    ["dense1", [64]],
    ["dense2", [64]],
    ["dense3", [1]],
  ]);
  expect(network?.runs.map(({ run, msPerStep }) => [run, typeof msPerStep])).toEqual([
    ["sgdm", "number"],
    ["natural-gradient", "object"],
  ]);
  page.close();

  const without = openTestTrainer({ fetchPlanner: async () => null });
  without.configure("e1", { task: "sine", optimizers: [{ id: "sgdm" }] });
  expect((await without.next("ready")).network).toBeUndefined();
  without.close();
});
