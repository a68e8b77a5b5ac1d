import { expect, test } from "vitest";
import { createExperimentStore } from "../experiment/experimentStore";
import { testState } from "../testing/testState";
import { type Clock, followWithCharts } from "./chartClock";

/** A store that trains a step every 10 ms, its charts, and a clock that tells how long drawing takes. */
function setUp(drawingMs: number) {
  const store = createExperimentStore({ ...testState(), status: "running" });
  const charts = createExperimentStore(store.getState());
  const timers: { at: number; callback: () => void }[] = [];
  const world = { now: 0, published: [] as number[] };
  const clock: Clock = {
    now: () => world.now,
    after: (delayMs, callback) => timers.push({ at: world.now + delayMs, callback }),
    whenIdle: (callback) => timers.push({ at: world.now + drawingMs, callback }),
  };
  followWithCharts(store, charts, clock, () => world.published.push(world.now));
  const pass = (ms: number) => {
    const until = world.now + ms;
    while (world.now < until) {
      world.now += 1;
      for (const due of timers.filter(({ at }) => at <= world.now)) {
        timers.splice(timers.indexOf(due), 1);
        due.callback();
      }
    }
  };
  const train = (ms: number) => {
    for (let passed = 0; passed < ms; passed += 10) {
      store.setState({ step: store.getState().step + 1 });
      pass(10);
    }
  };
  return { store, charts, world, pass, train };
}

const gaps = (times: readonly number[]) => times.slice(1).map((time, index) => time - (times[index] ?? 0));

test("quick drawing is done every 100 ms", () => {
  const { train, world } = setUp(10);
  train(1000);
  expect(world.published.length).toBeGreaterThanOrEqual(9);
  expect(Math.min(...gaps(world.published))).toBeGreaterThanOrEqual(100);
});

test("slow drawing is waited for, with a rest as long as it took", () => {
  const { train, world } = setUp(300);
  train(4000);
  // 300 ms of drawing and 300 ms of rest: 4000 / 600 = 6.7 of them, and one at the start
  expect(Math.min(...gaps(world.published))).toBeGreaterThanOrEqual(600);
  expect(world.published.length).toBeGreaterThanOrEqual(7);
});

test("the last step arrives after training has stopped", () => {
  const { train, pass, charts, store } = setUp(10);
  train(150);
  pass(200);
  expect(charts.getState().step).toBe(store.getState().step);
});

test("a pause is shown at once, even while the last is drawn", () => {
  const { train, charts, store } = setUp(300);
  train(20);
  store.setState({ status: "paused", step: 777 });
  expect(charts.getState()).toMatchObject({ status: "paused", step: 777 });
});

test("the first step after a move is shown at once, even while the last is drawn", () => {
  const { train, charts, store } = setUp(300);
  train(20);
  const move = { step: 40, run: "apo-p", name: "lambdaFsd", from: 0.1, value: 10, gesture: 1 } as const;
  store.setState({ step: 40, interventions: [{ ...move }] });
  expect(charts.getState().step).toBeLessThan(40);
  store.setState({ step: 41 });
  expect(charts.getState().step).toBe(41);
  store.setState({ step: 42 });
  expect(charts.getState().step).toBe(41);
});

test("a change of the view is shown at once, over the steps already drawn", () => {
  const { train, charts, store } = setUp(300);
  train(50);
  const shown = charts.getState().step;
  store.setState({ display: { ...store.getState().display, xAxis: "seconds" } });
  expect(charts.getState()).toMatchObject({ step: shown, display: { xAxis: "seconds" } });
  expect(store.getState().step).toBeGreaterThan(shown);
});
