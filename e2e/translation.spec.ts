import { FitPage } from "./fitPage";
import { expect, test } from "./fixtures";
import { runOf } from "./testState";

test("a Transformer is picked and trained: its BLEU stands in the table, and what it says of each text beside it", async ({
  lab,
}) => {
  const fit = new FitPage(lab);
  await lab.open("task=translation&size=light&opt=adam&batch=8&steps=3");
  await lab.playToTheEnd();
  const state = await lab.state();
  expect(runOf(state, "adam").evaluations.at(-1)).toMatchObject({ step: 3, testMetric: expect.any(Number) });
  await expect(await lab.cellOf("Adam", "Test BLEU")).toHaveText(/^\d+(\.\d+)?$/);
  await expect(fit.figure).toContainText("Translations");
  await expect(fit.figure.getByRole("row")).toHaveCount(9); // eight texts under their titles

  // what has no curvature of its layers is shown with the reason, and cannot be chosen
  await lab.openSettings();
  for (const name of ["KFAC", "EKFAC", "Shampoo"]) await expect(lab.methodBox(name)).toBeDisabled();
  await expect(lab.settingsDialog.getByText("Not offered here. Embeddings, layer norm and attention")).toHaveCount(3);
  await expect(lab.methodBox("SGDm")).toBeEnabled();
});

test("a link that asks for KFAC on a Transformer races the others and says why", async ({ lab }) => {
  await lab.open("task=translation&size=light&opt=kfac,adam&batch=8&steps=2");
  await expect(lab.notice("KFAC is not offered on the task translation")).toContainText("layer norm and attention");
  expect((await lab.state()).runs.map(({ run }) => run)).toEqual(["adam"]);
});
