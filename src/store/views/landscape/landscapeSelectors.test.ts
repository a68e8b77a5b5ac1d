import { afterEach, expect, test } from "vitest";
import { LANDSCAPES, type Point } from "../../../config/tables/landscape";
import type { LandscapeEvent, LandscapeRequest, LandscapeSurfaces } from "../../../protocol/landscape";
import { readLink } from "../../link/readLink";
import { messagesArrive, openTestSession } from "../../testing/testPage";
import { testState } from "../../testing/testState";
import { selectLandscape } from "./landscapeSelectors";
import { landscapeLambdas, selectLandscapeQuestion } from "./questionSelectors";

let close = () => {};
afterEach(() => close());

async function open(search: string) {
  const session = await openTestSession(search);
  close = session.closePorts;
  const worker = () => session.workers.findLast(({ kind }) => kind === "landscape");
  const asked = () => (worker()?.received ?? []) as unknown as LandscapeRequest[];
  const answer = async (event: LandscapeEvent) => {
    worker()?.port.postMessage(event);
    await messagesArrive();
  };
  return { ...session, worker, asked, answer };
}

const surfacesOf = (theta: Point): LandscapeSurfaces => ({
  problem: "quadratic",
  theta,
  loss: new Float32Array(4),
  fsd: Float32Array.of(0, 9, 9, 9),
  lossAtTheta: 2.5,
  leastLoss: 0.5,
});

test("there is a worker while the view is open, and none before or after", async () => {
  const session = await open("?task=sine&views=none");
  expect(session.worker()).toBeUndefined();
  session.actions.toggleView("landscape");
  await messagesArrive();
  expect(session.asked()).toHaveLength(1);
  expect(session.asked()[0]).toMatchObject({ id: 1, problem: "quadratic", theta: [-2.5, 1.2], steps: 60 });
  expect(session.experiment.getState().landscape.status).toBe("working");
  session.actions.toggleView("landscape");
  expect(session.worker()?.isEnded).toBe(true);
  expect(session.experiment.getState().landscape.status).toBe("closed");
});

test("every method of the race is asked for with the λ of the focus run; APO with its own K and α", async () => {
  const session = await open("?task=sine&opt=apo-p,apo-lr,sgdm,natural-gradient&views=landscape&lf=7&apo-lr.k=5");
  const { apoP, rate, sgdm, natural } = Object.fromEntries(
    ["apoP", "rate", "sgdm", "natural"].map((key, i) => [key, session.asked()[0]?.methods[i]]),
  );
  expect([apoP, rate, sgdm, natural].map((method) => method?.run)).toEqual([
    "apo-p",
    "apo-lr",
    "sgdm",
    "natural-gradient",
  ]);
  const live = (run: string) => session.experiment.getState().runs.find((one) => one.run === run)?.hyperparams;
  expect(apoP?.hyperparams).toMatchObject({ lambdaFsd: 7, metaLearningRate: live("apo-p")?.metaLearningRate });
  expect(rate?.hyperparams).toMatchObject({ lambdaFsd: 7, metaUpdateInterval: 5 });
  expect(natural?.hyperparams).toMatchObject({ lambdaFsd: 7, learningRate: 1 });
  expect(sgdm?.hyperparams.learningRate).toBe(0.2); // the landscape's, not the task's
});

test("nothing is asked twice: rows, hovering and the step slider leave the question as it is", async () => {
  const session = await open("?task=sine&views=landscape");
  session.actions.setHover(3);
  session.actions.setLandscapeStep(45);
  session.actions.setLandscapeTheta([-2.5, 1.2]);
  await messagesArrive();
  expect(session.asked()).toHaveLength(1);
  session.actions.setLandscapeTheta([1, 99]);
  await messagesArrive();
  expect(session.asked()).toHaveLength(2);
  expect(session.asked().at(-1)?.theta).toEqual([1, 3]); // clamped to the drawn part
  expect(session.experiment.getState().display.landscape.step).toBe(45);
});

test("the λ sliders change the balls at once, before the worker has answered", async () => {
  const session = await open("?task=sine&opt=apo-p&views=landscape&lf=1&lw=0.5");
  await session.answer({ type: "surfaces", id: 1, surfaces: surfacesOf([-2.5, 1.2]) });
  const balls = () => selectLandscape(session.experiment.getState()).balls;
  // gain 2: FSD 2/1, radius √(2·2/0.5)
  expect(balls()).toEqual({ gain: 2, fsdLevel: 2, wsdRadius: Math.sqrt(8) });
  session.actions.setHyperparam("apo-p", "lambdaFsd", 4);
  session.actions.setHyperparam("apo-p", "lambdaWsd", 0);
  expect(balls()).toEqual({ gain: 2, fsdLevel: 0.5, wsdRadius: null });
  expect(selectLandscape(session.experiment.getState()).remarks).toEqual([
    "λ_WSD is 0: weights may move for nothing, and the WSD ball is the whole plane.",
  ]);
});

test("a ball whose edge is outside the picture is spoken of", async () => {
  const session = await open("?task=sine&opt=apo-p&views=landscape&lf=1&lw=0.02");
  const surfaces = { ...surfacesOf([-2.5, 1.2]), fsd: Float32Array.of(0, 1, 1.9, 1) };
  await session.answer({ type: "surfaces", id: 1, surfaces });
  const remarks = () => selectLandscape(session.experiment.getState()).remarks.map((remark) => remark.slice(0, 22));
  // FSD reaches 1.9 of 2; the radius √(2·2/0.02) = 14.1 is more than the 7.8 to the farthest corner
  expect(remarks()).toEqual(["The FSD ball is larger", "The WSD ball is larger"]);
  session.actions.setHyperparam("apo-p", "lambdaFsd", 2);
  session.actions.setHyperparam("apo-p", "lambdaWsd", 0.1);
  expect(remarks()).toEqual([]); // 1, and a radius of 6.3
});

test("without a run that reads λ the landscape has its own", () => {
  expect(landscapeLambdas(testState(["sgdm"]))).toEqual({ lambdaFsd: 1, lambdaWsd: 0.1 });
  const state = testState(["sgdm", "hessian-free"]);
  const { lambdaWsd } = state.runs[1]?.hyperparams ?? {};
  expect(landscapeLambdas(state)).toEqual({ lambdaFsd: 1, lambdaWsd });
});

test("paths are cut at the step slider, and a method that stopped keeps what it has", () => {
  const base = testState(["sgdm", "adam"]);
  const points = [0, 1, 2, 3].map((k): Point => [k, -k]);
  const path = { points, losses: [4, 3, 2, 1], stopped: null };
  const state = {
    ...base,
    display: { ...base.display, landscape: { ...base.display.landscape, step: 2 } },
    landscape: {
      status: "ready" as const,
      surfaces: surfacesOf([0, 0]),
      steps: {
        problem: "quadratic" as const,
        theta: [0, 0] as Point,
        lambdaFsd: 1,
        lambdaWsd: 0.1,
        proximalPoint: [1, 1] as Point,
        paths: [
          { run: "sgdm", optimizer: "sgdm" as const, ...path },
          {
            run: "adam",
            optimizer: "adam" as const,
            points: points.slice(0, 2),
            losses: [4, 3],
            stopped: "It diverges: after step 2 the loss is not finite.",
          },
        ],
      },
    },
  };
  const { methods, summary } = selectLandscape(state);
  expect(methods[0]).toMatchObject({ first: { point: [1, -1], loss: 3 }, end: { point: [2, -2], loss: 2 } });
  expect(methods[0]?.path).toHaveLength(3);
  expect(methods[1]?.path).toHaveLength(2);
  expect(summary).toContain("SGDm after 2 steps: (2.000, −2.000), loss 2.000.");
  expect(summary).toContain("It diverges: after step 2");
  const other = {
    ...state,
    display: { ...state.display, landscape: { ...state.display.landscape, problem: "rosenbrock" as const } },
  };
  expect(selectLandscape(other)).toMatchObject({ surfaces: null, methods: [], proximalPoint: null });
});

test("a worker that stops twice is told of, and opening the view again starts another", async () => {
  const session = await open("?task=sine&views=landscape");
  session.worker()?.fail("planted");
  expect(session.experiment.getState().landscape.status).toBe("working");
  session.worker()?.fail("planted");
  const { landscape, notices } = session.experiment.getState();
  expect(landscape.status).toBe("failed");
  expect(notices.at(-1)?.title).toBe("The landscape's worker stopped");
  session.actions.setLandscapeTheta([1, 1]);
  expect(session.workers.filter(({ kind }) => kind === "landscape")).toHaveLength(2);
  session.actions.toggleView("landscape");
  session.actions.toggleView("landscape");
  expect(session.workers.filter(({ kind }) => kind === "landscape")).toHaveLength(3);
});

test("a link names problem, θ and step; what it cannot be is told with what it may be", () => {
  const land = (text: string) => {
    const { display, notes } = readLink(`?land=${text}`);
    return { landscape: display.landscape, notes: notes.map(({ detail }) => detail) };
  };
  expect(land("rosenbrock:-1.2,1")).toEqual({
    landscape: { problem: "rosenbrock", theta: [-1.2, 1], step: 20 },
    notes: [],
  });
  expect(land("two-weights").landscape.theta).toEqual(LANDSCAPES["two-weights"].start);
  expect(land("rosenbrock:0,1,60").landscape.step).toBe(60);
  expect(land("rosenbrock:5,1")).toEqual({
    landscape: { problem: "rosenbrock", theta: [2, 1], step: 20 },
    notes: ["Allowed: -2 to 2 and -1 to 2. Using 2,1."],
  });
  for (const text of ["valley", "quadratic:1", "quadratic:a,b"])
    expect(land(text).notes[0]).toMatch(/^Allowed: quadratic/);
});

test("the question is the same object as long as nothing in it changed", () => {
  const state = testState();
  expect(selectLandscapeQuestion({ ...state, step: 40 })).toBe(selectLandscapeQuestion(state));
});
