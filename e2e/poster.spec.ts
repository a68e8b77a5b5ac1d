import type { ClaimsTable } from "../src/config/claims/findings/finding";
import { POSTER_CLAIMS } from "../src/config/claims/posterClaims";
import { expectAccessible } from "./accessibilityFaults";
import { showArticle } from "./articlePage";
import { coveredElements } from "./covers";
import { expect, test } from "./fixtures";
import { overflowWithin } from "./look";

const TITLE = "The poster, here";

test("the poster's claims open from the article and from the controls, stand in a table, and a link opens a claim's race", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=6&theme=dark");
  const dialog = lab.frame.getByRole("dialog", { name: TITLE });
  await showArticle(lab);
  await lab.article.getByRole("button", { name: TITLE }).click();
  const rows = dialog.getByRole("table").first().getByRole("row");
  await expect(rows).toHaveCount(1 + Object.keys(POSTER_CLAIMS).length);
  await expect(rows.nth(3)).toContainText(POSTER_CLAIMS[3].number ?? "");
  await expect(rows.nth(3).getByRole("cell")).toHaveText(/ahead|level|behind|seeds so far|not run yet/);
  await dialog.getByRole("link", { name: "7." }).click();
  await expect(dialog.getByRole("heading", { name: /^7\. / })).toBeFocused();
  await lab.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(lab.article.getByRole("button", { name: TITLE })).toBeFocused();

  const button = lab.controls.getByRole("button", { name: TITLE });
  await lab.controls.getByRole("button", { name: "Methods and settings" }).focus();
  await lab.keyboard.press("End");
  await expect(button).toBeFocused();
  await lab.keyboard.press("Enter");
  const race = dialog.getByRole("link", { name: "Race it: Tests of this program" });
  await race.focus();
  await lab.keyboard.press("Enter");
  await expect(lab.task).toHaveValue("linear");
  await lab.isAtRest(0);
  for (const name of ["Proximal point", "APO-P", "Natural gradient"]) await expect(lab.rowOf(name)).toBeVisible();
  await expect(lab.seed).toHaveValue("1");
  await expect(lab.frame.locator("html")).toHaveAttribute("data-theme", "dark");
});

/** A table as the records of a comparison, of prices and of a bill would make it. */
const FULL: ClaimsTable = {
  format: "apo-claims-table/1",
  findings: [
    {
      ...{
        kind: "comparison",
        claim: 3,
        study: "lenet",
        subject: "apo-p",
        quantity: "testMetric",
        isHigherBetter: true,
      },
      entrants: (["apo-p", "sgdm", "kfac"] as const).map((name, i) => {
        const end = [1, 2, 3, 4, 5].map((seed) => ({ seed, value: 0.4 + 0.02 * i + 0.003 * seed }));
        const choice = { candidates: 12, edges: [], lateChange: 0.01 };
        return { name, optimizer: name, settings: { learningRate: 0.01 }, choice, end, best: end, inTime: end };
      }),
      pairings: [
        { ours: "apo-p", rivals: ["sgdm", "kfac"] },
        { ours: "apo-p", rivals: ["sgdm"] },
      ],
    },
    {
      ...{ kind: "response", claim: 8, study: "sine", subject: "lambdaFsd-apo-p", optimizer: "apo-p" },
      ...{ price: "lambdaFsd", values: [0.1, 1, 10], settings: {}, steps: 40 },
      seeds: [1, 2, 3, 4, 5].map((seed) => ({ seed, still: [3, 2, 1], training: [3, 2, 2] })),
    },
    {
      ...{ kind: "bill", claim: 6, study: "lenet" },
      methods: (["sgdm", "apo-p"] as const).map((name) => ({
        ...{ name, optimizer: name, metaUpdateInterval: name === "sgdm" ? null : 10, msPerStep: 5 },
        ...{ forwardPasses: 1, backwardPasses: 1, tensorBytes: 1e6, peakBytes: 2e6 },
      })),
    },
  ],
};

test("with every kind of finding, and all folds open, it has no serious accessibility fault and fits from 320 to 1920", async ({
  lab,
}) => {
  await lab.page.route("**/claims.json", (route) => route.fulfill({ json: FULL }));
  await lab.open("task=sine&opt=sgdm&steps=6");
  await showArticle(lab);
  await lab.article.getByRole("button", { name: TITLE }).click();
  const dialog = lab.frame.getByRole("dialog", { name: TITLE });
  const finding = dialog.getByRole("region", { name: "LeNet-5 on CIFAR-10, APO-P" });
  await expect(finding.getByText("behind", { exact: true })).toBeVisible();
  await expect(finding).toContainText("APO-P is behind SGDm on all 5 seeds, by 2.0 points.");
  await expect(finding).toContainText("the poster: 77.42 %");
  await expect(dialog.getByRole("region", { name: /^Noisy sine/ })).toContainText(
    "falls at every step on 5 of 5 seeds",
  );
  for (const fold of await dialog.locator("summary").all()) await fold.click();
  await expect(finding.getByText("In the time that the cheapest of them takes:")).toBeVisible();
  await expectAccessible(lab.page, "the poster, here");
  for (const width of [320, 768, 1920]) {
    await lab.page.setViewportSize({ width, height: 800 });
    expect((await overflowWithin(dialog)).width, `at ${width}`).toBe(0);
    expect((await overflowWithin(dialog.locator(".dialog-body"))).width, `at ${width}`).toBe(0);
  }
  expect(await lab.frame.evaluate(coveredElements, ".of-poster")).toEqual([]);
});

test.describe("without its data", () => {
  test.use({ allowedErrors: [/(responded|answered) with (a )?status( of)? 404/] });

  test("where the claims cannot be fetched the dialog says so, and the page goes on", async ({ lab }) => {
    await lab.page.route("**/claims.json", (route) => route.fulfill({ status: 404 }));
    await lab.open("task=sine&opt=sgdm&steps=6");
    await showArticle(lab);
    await lab.article.getByRole("button", { name: TITLE }).click();
    const dialog = lab.frame.getByRole("dialog", { name: TITLE });
    await expect(dialog).toContainText("./claims.json is answered with status 404.");
    await lab.keyboard.press("Escape");
    await lab.playToTheEnd();
  });
});
