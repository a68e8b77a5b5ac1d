import { expect, test } from "vitest";
import { createExperimentStore } from "../experiment/experimentStore";
import type { ExperimentState } from "../experiment/state";
import { testState } from "../testing/testState";
import { tellOfEvents } from "./hostEvents";

/** What a host hears of changes of a state. */
function hearing(part: Partial<ExperimentState> = {}) {
  const store = createExperimentStore({ ...testState(["apo-p", "sgdm"]), status: "running", ...part });
  const heard: [string, unknown][] = [];
  tellOfEvents(store, (name, value) => heard.push([name, value]));
  return { store, heard };
}

test("a host hears of steps and of each moved setting once, and not of moves that came with another experiment", () => {
  const { store, heard } = hearing();
  const move = { step: 3, run: "apo-p", name: "lambdaFsd", from: 1, value: 3, gesture: 1 } as const;
  store.setState({ step: 3 });
  store.setState({ interventions: [move] });
  store.setState({ speed: 5 });
  expect(heard).toEqual([
    ["step", { step: 3 }],
    ["change", { run: "apo-p", name: "lambdaFsd", value: 3, step: 3 }],
  ]);
  store.setState({ experiment: "other", step: 0, interventions: [move, { ...move, step: 4 }] });
  expect(heard.slice(2)).toEqual([["step", { step: 0 }]]);
});

test("a run that diverges is told of with why, and the end of the race once", () => {
  const { store, heard } = hearing({ step: 9 });
  const [apo, sgdm] = store.getState().runs;
  if (!apo || !sgdm) throw new Error("The state has two runs.");
  const gone = { ...sgdm, status: "diverged", message: "The loss is not finite." } as const;
  store.setState({ runs: [apo, gone] });
  expect(heard).toEqual([["diverge", { run: "sgdm", message: "The loss is not finite.", step: 9 }]]);
  store.setState({ step: store.getState().config.steps });
  store.setState({ status: "paused" });
  store.setState({ speed: 5 });
  expect(heard.map(([name]) => name)).toEqual(["diverge", "step", "finish"]);
});

test("a failure is told of with what to do", () => {
  const { store, heard } = hearing();
  const said = { title: "The device was lost", detail: "Its driver reset.", remedy: "Press Reset." };
  store.setState({ status: "failed", notices: [{ id: 1, level: "error", ...said } as never] });
  expect(heard).toEqual([["error", said]]);
});
