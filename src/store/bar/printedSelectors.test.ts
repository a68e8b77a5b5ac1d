import { expect, test } from "vitest";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import { testState } from "../testing/testState";
import { selectPrinted } from "./printedSelectors";

test("what is printed says task, seed and length, every setting of every run, and the link", () => {
  const state = testState(["apo-p", "kfac"]);
  const { race, runs, moves, link } = selectPrinted({ ...state, config: { ...state.config, seed: 11 }, step: 42 });
  expect(race).toBe("Noisy sine, seed 11, batch size 64, 200 steps, at step 42");
  expect(runs.map(({ name }) => name)).toEqual(["APO-P", "KFAC"]);
  expect(runs[0]?.settings).toMatch(/^λ_FSD 1\.0, λ_WSD 0, K 1, α 0\.010, η₀ /);
  expect(runs[1]?.settings).toMatch(/Damping .*, Damping form with π/);
  for (const { settings, run } of runs)
    expect(settings.split(", ").length).toBe(OPTIMIZERS[run as "apo-p" | "kfac"].hyperparams.length);
  expect(moves).toEqual([]);
  expect(link).toContain("seed=11");
});

test("a past step that is looked at is told, and so is each move", () => {
  const state = testState(["apo-p"]);
  const moved = { step: 3, run: "apo-p", name: "lambdaFsd", from: 3, value: 10, gesture: 1 } as const;
  const display = { ...state.display, scrubStep: 7 };
  const printed = selectPrinted({ ...state, step: 42, display, interventions: [moved] });
  expect(printed.race).toContain("looked at in step 7 of the 42 taken");
  expect(printed.moves).toEqual(["λ_FSD 3.0 → 10 at step 3"]);
});
