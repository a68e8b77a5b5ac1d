import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { configured } from "../experiment/configure";
import { experimentStore } from "../experiment/experimentStore";
import { initialState } from "../experiment/initialState";
import type { ExperimentState } from "../experiment/state";
import { readLink } from "../link/readLink";
import { addScene, deleteScene, editScene, sceneOf, shiftScene } from "./draftActions";
import { begunScene, stateAgain } from "./sceneState";
import { sceneStore } from "./sceneStore";

const opened = (search: string): ExperimentState => {
  const link = readLink(search);
  return configured(initialState(link.config, link.display, link.speed), link);
};
const PLACE = { set: "apo-in-ten-minutes", scene: 2 };
const SCENE = { figure: "gap", caption: "One.", step: 250 };

describe("a scene that begins", () => {
  it("of a preset that is recorded stands at a step of the recording, with its figure's view open", () => {
    const now = opened("?task=linear&theme=dark&test=1&x=epochs");
    const next = begunScene(now, { ...SCENE, state: "?preset=lambda-fsd-jump" }, PLACE);
    expect(next).toMatchObject({ preset: "lambda-fsd-jump", status: "loading", step: 0, overlays: [] });
    expect(next.experiment).not.toBe(now.experiment);
    expect(next.display).toMatchObject({ theme: "dark", mode: "test", xAxis: "steps", scenes: PLACE });
    expect(next.display.embed.start).toBe(250);
    expect(next.display.openViews).toContain("gap");
  });

  it("of settings that nobody recorded is trained", () => {
    const next = begunScene(opened(""), { ...SCENE, state: "?preset=lambda-fsd-jump&lf=2" }, PLACE);
    expect(next.display.embed.start).toBeNull();
  });
});

describe("a scene that is come back to", () => {
  it("has rows, moves and step as they were left, as a new experiment, and the page's theme", () => {
    const left = { ...opened("?task=sine"), status: "running", step: 40, kept: "k" } as const;
    const now = opened("?task=linear&theme=dark");
    const back = stateAgain(now, left, PLACE);
    expect(back).toMatchObject({ status: "paused", step: 40, config: left.config, kept: "k" });
    expect(back.runs).toBe(left.runs);
    expect(back.experiment).not.toBe(left.experiment);
    expect(back.display).toMatchObject({ theme: "dark", scenes: PLACE });
    expect(stateAgain(now, { ...left, step: 3 }, PLACE).kept).toBeNull(); // its record went when it was left
  });

  it("of a recording opens it at the step that was shown, or whole where a step of it was looked at", () => {
    const left = { ...opened("?task=sine"), step: 40, recorded: { steps: 600, wasPlayed: false } };
    expect(stateAgain(left, left, PLACE).display.embed.start).toBe(40);
    const looked = { ...left, display: { ...left.display, scrubStep: 12 } };
    expect(stateAgain(left, looked, PLACE).display.embed.start).toBe(600);
  });
});

describe("scenes that are made", () => {
  const before = sceneStore.getState();
  afterEach(() => sceneStore.setState(before, true));
  beforeEach(() => {
    sceneStore.setState(({ draft }) => ({ draft: { ...draft, keys: [], set: { ...draft.set, scenes: [] } } }));
    experimentStore.setState(opened("?task=sine&opt=apo-p&lf=2&theme=dark&test=1"), true);
  });

  it("take the state of the page with its moves and the step looked at, and none of the person's own", () => {
    const move = { step: 5, run: "apo-p", name: "lambdaFsd", from: 2, value: 3, gesture: 1 } as const;
    const state = { ...experimentStore.getState(), step: 9, interventions: [move] };
    const scene = sceneOf(state, "q");
    expect(scene).toMatchObject({ step: 9, figure: "q" });
    expect(scene.state).not.toMatch(/theme|test|scenes/);
    const again = readLink(scene.state);
    expect(again.notes).toEqual([]);
    expect(again.config.optimizers).toMatchObject([{ run: "apo-p", hyperparams: { lambdaFsd: 2 } }]);
    expect(again.config.interventions).toMatchObject([{ step: 5, value: 3 }]);
    expect(sceneOf({ ...state, display: { ...state.display, scrubStep: 4 } }, "q").step).toBe(4);
  });

  it("are put behind each other, worded, moved and deleted, and keep their keys", () => {
    for (const figure of ["loss", "q", "rate"] as const) addScene(figure);
    const [a, b, c] = sceneStore.getState().draft.keys;
    editScene(1, { caption: "The price." });
    shiftScene(1, 1);
    shiftScene(0, -1); // the first stays
    const { keys, set } = sceneStore.getState().draft;
    expect(keys).toEqual([a, c, b]);
    expect(set.scenes.map(({ figure }) => figure)).toEqual(["loss", "rate", "q"]);
    expect(set.scenes[2]?.caption).toBe("The price.");
    deleteScene(0);
    expect(sceneStore.getState().draft.keys).toEqual([c, b]);
  });
});
