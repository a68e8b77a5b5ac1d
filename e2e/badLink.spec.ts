import { OPTIMIZER_IDS } from "../src/config/tables/optimizers";
import { expect, test } from "./fixtures";

interface BadValue {
  title: string;
  allowed: string;
  remedy: string;
}

const NUMBER = { allowed: "a finite number", remedy: "Write " };
const RANGE = { remedy: "Give a number in that range." };

const CASES: { link: string; notes: BadValue[]; taken: object }[] = [
  {
    link: "task=imagenet&opt=sgdm,adamw&steps=0",
    notes: [
      {
        title: 'The task is "imagenet"',
        allowed: "sine, linear, deep-linear, spirals, cars, cifar10",
        remedy: "Choose one",
      },
      { title: 'Unknown optimizer "adamw"', allowed: OPTIMIZER_IDS.join(", "), remedy: "Name one" },
      { title: "The number of steps is 0", allowed: "a whole number, 1 to 1000000", ...RANGE },
    ],
    taken: { task: "sine", steps: 1, runs: [{ run: "sgdm" }] },
  },
  {
    link: "task=sine&opt=apo-p&lf=abc&k=0&seed=-1",
    notes: [
      { title: 'lf is "abc"', ...NUMBER },
      { title: "K of run apo-p is 0", allowed: "a whole number, 1 to 1000", ...RANGE },
      { title: "The seed is -1", allowed: "a whole number, 0 to 4294967295", ...RANGE },
    ],
    taken: { seed: 0, runs: [{ hyperparams: { lambdaFsd: 3, metaUpdateInterval: 1 } }] },
  },
  {
    link: "task=sine&opt=apo-p,apo-lr&apo-p.lf=-1&apo-lr.lf=1e999&batch=half",
    notes: [
      { title: "λ_FSD of run apo-p is -1", allowed: "0 to 1000000", ...RANGE },
      { title: 'apo-lr.lf is "1e999"', ...NUMBER },
      { title: 'The batch size is "half"', allowed: "a whole number, 1 to 4096", ...RANGE },
    ],
    taken: { batchSize: 64, runs: [{ hyperparams: { lambdaFsd: 0 } }, { hyperparams: { lambdaFsd: 0.19 } }] },
  },
  {
    link: "task=sine&opt=sgdm&backend=tpu&theme=pink&colour=blue",
    notes: [
      { title: 'The device is "tpu"', allowed: "auto, webgpu, wasm, cpu", remedy: "Choose one of these." },
      { title: 'theme is "pink"', allowed: "auto, light, dark", remedy: "Write theme=" },
      { title: 'A link has no part "colour"', allowed: "task, opt, grid, backend", remedy: "Check the name." },
    ],
    taken: { view: { theme: "auto" } },
  },
  {
    // Names that every object answers to. A run may have them.
    link: "task=sine&opt=apo-p:__proto__,sgdm:constructor&grid=constructor&views=toString&layer=valueOf",
    notes: [
      { title: 'The band of fixed learning rates is "constructor"', allowed: "true, false", remedy: "Give true" },
      { title: 'There is no view "toString"', allowed: "lookahead", remedy: "Write views=" },
    ],
    taken: { runs: [{ run: "__proto__", metaSteps: 0 }, { run: "constructor" }] },
  },
  {
    link: `task=sine&opt=proximal-point&solverTolerance=0&${Array.from({ length: 2000 }, (_, i) => `k${i}`).join("&")}`,
    notes: [
      {
        title: 'A link has no parts "k0", "k1", "k2" and 1,997 more',
        allowed: "task, opt",
        remedy: "Check the names.",
      },
      { title: "Solver tolerance of run proximal-point is 0", allowed: "above 0, below 1. Using 1e-8", ...RANGE },
    ],
    taken: { runs: [{ hyperparams: { solverTolerance: 1e-8 } }] },
  },
];

for (const { link, notes, taken } of CASES) {
  test(`of ${link.slice(0, 80)} what cannot be used is named, with what can, and the rest trains`, async ({ lab }) => {
    await lab.open(link);
    for (const { title, allowed, remedy } of notes) {
      await expect(lab.notice(title)).toContainText(allowed);
      await expect(lab.notice(title)).toContainText(remedy);
    }
    expect(await lab.state()).toMatchObject({ status: "idle", ...taken });
    await lab.takeSteps(1);
    await expect(lab.stepCount).toHaveText("1");
    for (const { columns } of (await lab.state()).runs) expect(columns.trainLoss[0]).toBeGreaterThan(0);
    await lab.dismiss(notes[0]?.title ?? "");
    await expect(lab.notice(notes[0]?.title ?? "")).toBeHidden();
  });
}

test("an address whose path begins with two slashes is kept in step as any other", async ({ lab, baseURL }) => {
  const built = new URL(baseURL ?? "");
  const root = `${built.origin}//`;
  await lab.page.route(`${root}**`, async (route) => {
    const url = route.request().url().replace(root, built.href);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  await lab.page.goto(root);
  await lab.frame.waitForFunction(() => document.querySelector("main") !== null);
  await lab.page.goto(`${root}?preset=lambda-fsd-jump&test=1&theme=dark`);
  await lab.isAtRest();
  await expect.poll(() => lab.page.url()).toBe(`${root}?theme=dark&test=1`);
});
