import { expect, it } from "vitest";
import { applyEvent } from "../experiment/applyEvent";
import { columnValues } from "../experiment/columns";
import type { ExperimentState } from "../experiment/state";
import { setUpActions } from "../testing/testActions";
import { counting, withRows } from "../testing/testRows";
import { toldOf } from "./remedies";
import { rewound } from "./rewind";

/** Losses of a run that is calm for so many steps, then grows 30 times in each. */
const blowingUp = (calm: number) => [...counting(calm).map(() => 0.5), 15, 450, 13_500];

/** 100 steps of a race whose SGDm broke three steps after so many calm ones. */
function broken(calm: number, input: object = {}, part: Partial<ExperimentState> = {}) {
  const page = setUpActions({ status: "paused", kept: "k", ...part }, input);
  const losses = blowingUp(calm);
  const step = losses.length - 1;
  const rates = losses.map(() => 0.05);
  const rows = { step: counting(100), trainLoss: counting(100).map((at) => 1 / (1 + at)) };
  const state = withRows(page.state(), {
    "apo-p": rows,
    sgdm: { step: counting(losses.length), trainLoss: losses, learningRate: rates },
  });
  const message = `Training loss reached 13500 at step ${step}.`;
  const end = { kind: "tooHigh", quantity: "trainLoss", step } as const;
  const told = { type: "runStatus", experiment: "e1", run: "sgdm", status: "diverged", message, end } as const;
  page.store.setState(applyEvent({ ...state, step: 100 }, told), true);
  return page;
}

const kept = {
  checkpointAt: async () => ({ step: 32, runs: [] }),
  withAllRows: async (whole: ExperimentState) => whole,
  nameOf: () => "Noisy sine",
};

it("the card says what was seen, the likely cause, and what its button does", () => {
  expect(toldOf(broken(40).state(), "sgdm")).toEqual({
    cause: "Likely cause: η 0.050 is too high. The training loss grew 30 times in one step: the steps go too far.",
    button: "Rewind 10 steps and lower η to 0.00556",
  });
  expect(toldOf(broken(4).state(), "sgdm").button).toBe("Rewind to the start and lower η to 0.00556");
  expect(toldOf(broken(40).state(), "apo-p")).toEqual({ cause: "", button: "" });
  const failed = { ...broken(40).state(), status: "failed" } as const;
  expect(toldOf(failed, "sgdm"), "no worker goes on behind it").toEqual({ cause: "", button: "" });
});

it("a rewind is a branch ten steps before the end, whose changed setting waits for its first new step", async () => {
  const { state } = broken(40);
  const branch = await rewound(state(), "sgdm", kept, state);
  const next = branch?.state;
  const sgdm = next?.runs.find(({ run }) => run === "sgdm");
  expect(next).toMatchObject({ experiment: "e2", step: 32, retraining: null, kept: null });
  expect(branch?.checkpoint?.step).toBe(32);
  expect(sgdm).toMatchObject({ status: "running", message: null, end: null, hyperparams: { learningRate: 0.00556 } });
  expect(sgdm && columnValues(sgdm.columns, "step")).toEqual(counting(32));
  expect(next?.pending).toMatchObject({ "sgdm.learningRate": { from: 0.05, value: 0.00556 } });
  expect(next?.config.optimizers).toEqual(state().config.optimizers);
  const [left] = next?.overlays ?? [];
  expect(left).toMatchObject({ name: "left at 32", origin: "fork" });
  expect(left?.runs.map(({ columns }) => columns.length)).toEqual([100, 0, 43]);
  expect(next?.notices).toMatchObject([
    {
      title: "Rewound to step 32",
      detail: "SGDm goes on with η 0.00556 in place of 0.050. The race as it was stays as dashed curves.",
    },
  ]);
});

it("from the start it changes what the run starts with, and needs no checkpoint", async () => {
  const { state } = broken(4);
  const branch = await rewound(state(), "sgdm", null, state);
  const next = branch?.state;
  expect(next).toMatchObject({ step: 0, retraining: null, pending: {} });
  expect(next?.config.optimizers.find(({ run }) => run === "sgdm")?.hyperparams.learningRate).toBe(0.00556);
  expect(next?.runs.map(({ columns }) => columns.length)).toEqual([0, 0, 0]);
});

it("moves of that setting that led to the end do not come again; those of other runs and later ones do", async () => {
  const interventions = [
    { step: 38, name: "learningRate", value: 0.2 },
    { step: 90, name: "learningRate", value: 0.01 },
    { step: 38, run: "apo-p", name: "lambdaFsd", value: 9 },
  ];
  const optimizers = [{ id: "apo-p" }, { id: "adam" }, { id: "sgdm" }];
  const { state } = broken(40, { optimizers, interventions });
  const branch = await rewound(state(), "sgdm", kept, state);
  const left = branch?.state.config.interventions.filter(({ name }) => name === "learningRate");
  expect(left).toEqual([
    { step: 38, run: "adam", name: "learningRate", value: 0.2 },
    { step: 90, name: "learningRate", value: 0.01 },
  ]);
  expect(branch?.state.config.interventions).toContainEqual(expect.objectContaining({ run: "apo-p", step: 38 }));
});

it("the action takes the branch up and plays it", async () => {
  const { actions, sent, state } = broken(40);
  actions.rewind("sgdm");
  await expect.poll(() => sent.map(({ type }) => type)).toEqual(["configure", "setHyperparam", "play"]);
  expect(sent[1]).toMatchObject({ run: "sgdm", name: "learningRate", value: 0.00556 });
  expect(state()).toMatchObject({ experiment: "e2", retraining: { from: 0, to: 32 } });
});
