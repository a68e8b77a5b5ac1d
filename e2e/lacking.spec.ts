import { expect, test } from "./fixtures";
import { KeptPage } from "./keptPage";
import { saveFigure } from "./savedFigure";
import { expectLosses } from "./testState";
import { plantInTrainers } from "./trainers";

/*
 * What a browser may lack, and what the page says of it (docs/browsers.md). Storage that is denied is in kept.spec.ts, WebAssembly that is
 * forbidden in policy.spec.ts, JavaScript and what is older than 2023 in noPage.spec.ts.
 */

const RACE = "task=sine&opt=apo-p,sgdm&steps=12&seed=3&backend=wasm&views=none";

/** As a browser without vectors in WebAssembly answers of a module that has some. */
const NO_SIMD = `
const has = WebAssembly.validate;
const VECTOR = 0xfd;
WebAssembly.validate = (bytes) => has.call(WebAssembly, bytes) && !new Uint8Array(bytes.buffer ?? bytes).includes(VECTOR);`;

test("without WebAssembly SIMD the race runs on WASM, says that it is slower, and comes to the same losses", async ({
  lab,
}) => {
  const told = lab.notice("WASM runs without its fast kernels");
  await lab.open(RACE);
  await lab.playToTheEnd();
  await expect(told).toBeHidden();
  const whole = await lab.state();
  await plantInTrainers(lab, NO_SIMD);
  const plain = lab.page.waitForRequest(/tfjs-backend-wasm-[\w-]+\.wasm$/);
  await lab.open(RACE);
  expect((await plain).url()).not.toContain("simd");
  await expect(told).toContainText("This browser has no WebAssembly SIMD.");
  await lab.playToTheEnd();
  const { backend, runs } = await lab.state();
  expect(backend).toBe("wasm");
  expectLosses(runs, whole.runs, 1e-4);
});

test("without a canvas off the page a figure is saved as ever", async ({ lab }) => {
  await lab.page.addInitScript(() => Reflect.deleteProperty(globalThis, "OffscreenCanvas"));
  await lab.open(RACE);
  expect(await lab.frame.evaluate(() => "OffscreenCanvas" in globalThis)).toBe(false);
  await lab.takeSteps(3);
  const { bytes } = await saveFigure(lab.loss.figure);
  expect(bytes.toString("utf8")).toContain("<svg");
});

test("without service workers the help says that each visit takes the network", async ({ lab }) => {
  await lab.page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
  await lab.open(RACE);
  await lab.frame.getByRole("button", { name: "Help", exact: true }).click();
  await expect(lab.helpDialog).toContainText("This browser stores no pages here, so each visit takes the network.");
  await lab.keyboard.press("Escape");
  await lab.takeSteps(1);
});

test("without locks between tabs a run is kept, and offered after a reload", async ({ lab }) => {
  await lab.page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "locks"));
  const kept = new KeptPage(lab);
  await kept.open(RACE);
  await lab.playToTheEnd();
  await kept.openList();
  await expect(kept.run("Noisy sine")).toContainText("12 of 12 steps");
  await kept.open(RACE);
  await kept.goOnButton.click();
  await lab.isAtRest(12);
});
