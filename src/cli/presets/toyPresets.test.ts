import { expect, it } from "vitest";
import { brokenChecks } from "../../config/experiment/presets/checks/presetChecks";
import { TOY_CHECKS } from "../../config/experiment/presets/checks/toyChecks";
import { SMALL_PRESETS } from "../../config/experiment/presets/toyPresets";
import { seedsOf, trainSeen } from "./seenRace";

it("every preset on a small problem has checks, each of words of its sentence", () => {
  expect(Object.keys(TOY_CHECKS)).toEqual(SMALL_PRESETS.map(({ id }) => id));
  for (const { id, lookFor } of SMALL_PRESETS) {
    const checks = TOY_CHECKS[id]?.checks ?? [];
    expect(checks.length).toBeGreaterThan(0);
    for (const { says, atLeast, atMost } of checks) {
      expect(lookFor).toContain(says);
      expect(atLeast ?? atMost, says).toBeDefined();
    }
  }
});

it.each(SMALL_PRESETS)("what $id says is seen on three seeds", async (preset) => {
  const known = TOY_CHECKS[preset.id] ?? { checks: [] };
  for (const seed of seedsOf(preset))
    expect(brokenChecks(await trainSeen(preset, seed, { reads: known.reads }), known)).toEqual([]);
});

it("a check that does not hold says what was measured, and what has to be", async () => {
  const [preset] = SMALL_PRESETS;
  if (!preset) throw new Error("There is no preset.");
  const race = await trainSeen(preset, 7, { reads: ["apo-lr"], until: 2 });
  const late = { says: "late", of: "steps", measure: () => race.runs[0]?.columns.step.length ?? 0, atLeast: 3 };
  expect(brokenChecks(race, { checks: [late] })).toEqual(['"late", seed 7: steps is 2, and has to be at least 3.']);
  expect(brokenChecks(race, { checks: [{ ...late, measure: () => Number.NaN }] })).toHaveLength(1);
});
