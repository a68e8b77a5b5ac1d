import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { numbersOf } from "./testState";

// A replay that differs once is a fault, whatever a second try says.
test.describe.configure({ retries: 0 });

const ALL = "apo-p,apo-lr,sgd,sgdm,adam,kfac";

/** Plays a link to its end twice, with Reset in between, and returns the columns of both. */
async function playTwice(lab: ExperimentPage, link: string) {
  await lab.open(link);
  await lab.playToTheEnd();
  const first = await lab.state();
  await lab.resetButton.click();
  await lab.isAtRest(0);
  await lab.playToTheEnd();
  const second = await lab.state();
  expect(second.backend).toBe(first.backend);
  return { first, second, steps: first.steps };
}

for (const { name, link, backend } of [
  { name: "200 steps of sine on wasm", link: `task=sine&opt=${ALL}&backend=wasm&steps=200`, backend: "wasm" },
  {
    name: "200 steps of sine on the cpu",
    link: "task=sine&opt=apo-lr,sgdm,kfac&backend=cpu&steps=200",
    backend: "cpu",
  },
  {
    name: "10 steps of cifar10 on wasm",
    link: "task=cifar10&images=500&batch=32&backend=wasm&steps=10",
    backend: "wasm",
  },
]) {
  test(`Reset and replay of ${name} gives the same numbers to the last bit`, async ({ lab }) => {
    const { first, second, steps } = await playTwice(lab, link);
    expect(first.backend).toBe(backend);
    expect(first.step).toBe(steps);
    for (const { run, columns } of first.runs) expect(columns.trainLoss, `losses of ${run}`).toHaveLength(steps);
    expect(numbersOf(second)).toEqual(numbersOf(first));
    expect(second.runs.map(({ evaluations }) => evaluations)).toEqual(first.runs.map(({ evaluations }) => evaluations));
  });
}

test("a link that a page wrote while its settings were moved is replayed on wasm, twice, to the last bit", async ({
  lab,
}) => {
  const race = "v=1&task=sine&opt=apo-p,apo-lr,sgdm&steps=70&backend=wasm&views=none";
  await lab.open(`${race}&speed=25`);
  await lab.playButton.click();
  await lab.reachesStep(4);
  await lab.slider("λ_FSD").press("End");
  await lab.reachesStep(14);
  await lab.slider("K").press("PageUp");
  await lab.focusChoice("APO-η").click();
  await lab.slider("λ_FSD").press("Home");
  await lab.reachesStep(24);
  await lab.speed.selectOption("max");
  await lab.isAtRest(70);
  const live = await lab.state();
  const { interventions } = live;
  expect(new Set(interventions.map(({ run, name }) => `${run} ${name}`)).size).toBe(3);
  for (const { step } of interventions) expect(step).toBeGreaterThan(3);
  await expect(lab.page).toHaveURL(/at=/);
  await expect
    .poll(() => (new URL(lab.page.url()).searchParams.get("at") ?? "").split(";").length)
    .toBe(interventions.length);
  const link = new URL(lab.page.url()).search.slice(1);
  const replay = async () => {
    await lab.open(link);
    expect((await lab.state()).interventions).toEqual([]);
    await lab.playToTheEnd();
    await lab.hook.whenSettled();
    return lab.state();
  };
  const [first, second] = [await replay(), await replay()];
  expect(second).toEqual(first);
  expect(numbersOf(first)).toEqual(numbersOf(live));
  expect(first.interventions).toEqual(interventions);
  expect(first.runs.map(({ evaluations }) => evaluations)).toEqual(live.runs.map(({ evaluations }) => evaluations));
});

test("4 steps of cifar10 over two workers, as on a machine with more cores, give the same numbers as in one", async ({
  lab,
}) => {
  const link = "task=cifar10&images=500&batch=64&opt=sgdm,apo-p,kfac&backend=wasm&steps=4";
  const play = async (cores: number) => {
    await lab.page.route("**/trainer.worker-*.js", async (route) => {
      const response = await route.fetch();
      const body = `Object.defineProperty(navigator, "hardwareConcurrency", { value: ${cores} });${await response.text()}`;
      await route.fulfill({ response, body });
    });
    await lab.open(link);
    await lab.playToTheEnd();
    const trainers = lab.page.workers().filter((worker) => worker.url().includes("trainer"));
    return { state: await lab.state(), trainers: trainers.length };
  };
  const together = await play(4);
  const alone = await play(1);
  expect([together.trainers, alone.trainers]).toEqual([2, 1]);
  expect(numbersOf(together.state)).toEqual(numbersOf(alone.state));
  for (const { run, columns } of alone.state.runs) expect(columns.trainLoss, `losses of ${run}`).toHaveLength(4);
});
