import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { trainedSoFar } from "./testState";

test.use({ allowedErrors: [/Content Security Policy|Content Security policy/] });

/** No word of WebAssembly, whose code is then refused as any other that comes as data is. */
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'";

const STEPS = 6;

const LINK = "task=sine&opt=apo-p,kfac,shampoo&seed=5&steps=40&views=spectrum";

const measuredAt = async (lab: ExperimentPage, step: number) =>
  (await lab.state()).runs.filter(({ spectrum }) => spectrum?.step === step).map(({ run }) => run);

/** The numbers of the first steps, and of the spectra at the last of them. */
async function numbersOfSteps(lab: ExperimentPage) {
  await lab.takeSteps(STEPS);
  await expect.poll(() => measuredAt(lab, STEPS)).toEqual(["apo-p", "kfac", "shampoo"]);
  const state = await lab.state();
  return { trained: trainedSoFar(state), spectra: state.runs.map(({ spectrum }) => spectrum) };
}

test("where the site's policy forbids WebAssembly the page trains on the CPU, spectra and all, and names the policy", async ({
  lab,
}) => {
  await lab.open(`${LINK}&backend=cpu`);
  const allowed = await numbersOfSteps(lab);

  await lab.page.route(/\/some\/folder\//, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": POLICY } });
  });
  const asked: string[] = [];
  lab.page.on("request", (request) => asked.push(request.url()));
  await lab.open(LINK);
  await expect(lab.badge).toHaveText("CPU This site's security policy forbids WebAssembly, so this runs on CPU.");
  const notice = lab.notice("WASM is not used");
  await expect(notice).toContainText("This site's security policy forbids WebAssembly. The browser said:");
  await expect(notice).toContainText("can add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy");
  expect(await numbersOfSteps(lab)).toEqual(allowed);
  expect(
    asked.filter((url) => url.includes(".wasm")),
    "files that could not be used",
  ).toEqual([]);
});
