import { CsvPage } from "./csvPage";
import { FitPage } from "./fitPage";
import { expect, test } from "./fixtures";
import { expectSavedAlike } from "./savedFigure";
import { runOf } from "./testState";

const NAMES = { sgdm: "SGDm", adam: "Adam" } as const;

for (const { task, title, first } of [
  { task: "linear", title: "Learned weights", first: "8 eigenvectors of H, open: its 4 smallest eigenvalues" },
  { task: "cars", title: "Prediction against target", first: "78 test examples" },
])
  test(`${task} draws what its runs have learned, and a past step again`, async ({ lab }) => {
    const fit = new FitPage(lab);
    await lab.open(`task=${task}&opt=sgdm,adam&steps=60`);
    await expect(lab.fit.summary).toContainText(`${title} at step 0`);
    await expect(lab.fit.figure).toContainText(first);
    const start = await fit.readErrors();
    expect(start.get("SGDm")).toBe(start.get("Adam")); // both begin at the same weights
    await lab.playToTheEnd();
    await expect(lab.fit.summary).toContainText("at step 60");
    const end = await fit.readErrors();
    for (const name of Object.values(NAMES)) expect(end.get(name)).toBeLessThan(0.8 * Number(start.get(name)));
    const { runs } = await lab.state();
    if (task === "cars") {
      // every held-out car is drawn: the errors are those of the evaluation, in miles per gallon
      const [sgdm, adam] = runs.map(({ evaluations }) => Number(evaluations.at(-1)?.testMetric));
      expect(Number(end.get("SGDm")) / Number(end.get("Adam"))).toBeCloseTo(Number(sgdm) / Number(adam), 1);
      await expectSavedAlike(fit.figure, "parity");
    }
    await lab.views.scrubber.fill("0");
    await expect(lab.fit.summary).toContainText(`${title} at step 0`);
    expect(await fit.readErrors()).toEqual(start);
  });

test("a file of three inputs is drawn in the unit of its target, and table, words and evaluation say the same", async ({
  lab,
}) => {
  const [csv, fit] = [new CsvPage(lab), new FitPage(lab)];
  const rows = Array.from({ length: 40 }, (_, i) => [i, (i * 7) % 11, (i * 5) % 13, 100 + 3 * i - ((i * 7) % 11)]);
  await lab.open("task=csv&csv=flats.csv&target=rent&inputs=area,age,floor&opt=sgdm,adam&steps=40");
  await csv.choose(csv.picker, {
    name: "flats.csv",
    text: `area,age,floor,rent\n${rows.map((row) => row.join(",")).join("\n")}\n`,
  });
  await lab.isAtRest(0);
  await lab.playToTheEnd();
  await expect(lab.fit.summary).toContainText("at step 40 (target: rent; 8 test examples");
  const state = await lab.state();
  const errors = await fit.readErrors();
  const rents = rows.map(([, , , rent]) => rent);
  for (const [run, name] of Object.entries(NAMES)) {
    const { step, testMetric } = runOf(state, run).evaluations.at(-1) ?? {};
    expect(step).toBe(40);
    const metric = Number(testMetric);
    expect(Number(errors.get(name)) / (metric * Number(state.csv?.use?.deviation))).toBeCloseTo(1, 2); // three digits
    // the table is read anew every three seconds
    await expect(async () => {
      const points = await fit.readPoints(name);
      expect(points).toHaveLength(8);
      for (const { target } of points) expect(rents).toContain(Math.round(target));
      const squares = points.reduce((sum, { target, prediction }) => sum + (prediction - target) ** 2, 0);
      expect(Math.sqrt(squares / 8) / Number(errors.get(name))).toBeCloseTo(1, 2);
    }).toPass({ timeout: 10_000 });
  }
});
