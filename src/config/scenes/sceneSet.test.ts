import { describe, expect, it } from "vitest";
import { ConfigError } from "../experiment/notes";
import { truthOf, type ValueAt } from "./askTruth";
import { SCENE_LIMITS, type SceneAsk, sceneDocument, sceneSetIn } from "./sceneSet";

const SCENE = { state: "?task=sine", figure: "loss", caption: "One." };
const ASK: SceneAsk = {
  question: "What will it do?",
  about: { quantity: "learningRate", run: "apo-lr", from: 10, to: 20 },
  choices: [
    { says: "Rise.", atLeast: 1.1 },
    { says: "Fall.", atMost: 0.9 },
  ],
};
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const setOf = (...scenes: unknown[]) => ({ format: "apo-scenes/1", title: "A talk", scenes });

function notesOf(value: unknown): string[] {
  try {
    sceneSetIn(value instanceof Uint8Array ? value : bytesOf(value), "talk.json");
  } catch (error) {
    if (error instanceof ConfigError) return error.notes.map(({ title, detail }) => `${title}. ${detail}`);
    throw error;
  }
  return [];
}

describe("a file of scenes", () => {
  it("comes back from its own text", () => {
    const set = sceneSetIn(bytesOf(setOf({ ...SCENE, step: 3, notes: "Say it.", ask: ASK }, SCENE)), "talk.json");
    expect(set.scenes).toHaveLength(2);
    expect(sceneSetIn(new TextEncoder().encode(sceneDocument(set)), "talk.json")).toEqual(set);
  });

  it.each([
    [
      "another format",
      { ...setOf(SCENE), format: "apo-trace/1" },
      'Its format is "apo-trace/1". Allowed: apo-scenes/1.',
    ],
    ["no format", { task: "sine" }, 'Its format is "none"'],
    ["no scene", setOf(), "talk.json is wrong at scenes. Found []. Allowed: 1 or more."],
    [
      "no caption",
      setOf({ state: "?", figure: "q" }),
      "talk.json is wrong at scenes.0.caption. Found undefined. Allowed: a value of type string.",
    ],
    ["a word that is none of the format", setOf({ ...SCENE, captions: "x" }), 'It has no part "captions".'],
    ["a step below 0", setOf({ ...SCENE, step: -1 }), "scenes.0.step. Found -1. Allowed: 0 or more."],
    [
      "a step that is none",
      setOf({ ...SCENE, step: 1e9 }),
      "scenes.0.step. Found 1000000000. Allowed: 1000000 or less.",
    ],
    ["too many scenes", setOf(...Array.from({ length: 101 }, () => SCENE)), "Allowed: 100 or less."],
    [
      "a caption of 41 words",
      setOf({ ...SCENE, caption: "word ".repeat(41) }),
      "scenes.0.caption. It has 41 words. Allowed: 40 at most.",
    ],
    [
      "a question of one choice",
      setOf({ ...SCENE, ask: { ...ASK, choices: [ASK.choices[0]] } }),
      "Allowed: 2 or more.",
    ],
    [
      "a question about no change",
      setOf({ ...SCENE, ask: { ...ASK, about: { ...ASK.about, from: 20 } } }),
      "Found 20. Allowed: a step before 20.",
    ],
    [
      "a choice without a bound",
      setOf({ ...SCENE, ask: { ...ASK, choices: [ASK.choices[0], { says: "?" }] } }),
      "ask.choices.1. A choice about one run needs atLeast, atMost or both.",
    ],
    [
      "a choice without a run",
      setOf({ ...SCENE, ask: { ...ASK, about: { quantity: "trainLoss", to: 5 } } }),
      "needs the name of its run",
    ],
    ["no JSON", new TextEncoder().encode("{"), "cannot be read as JSON"],
  ])("with %s is refused by its place", (_, value, words) => {
    expect(notesOf(value).join("\n")).toContain(words);
  });

  it("of more bytes than are read is refused before it is read", () => {
    expect(notesOf(new Uint8Array(SCENE_LIMITS.bytes + 1)).join()).toContain("at most 1000000 are read");
  });
});

describe("the truth of a question", () => {
  const valueAt: ValueAt = (run, _, step) => (step > 20 ? null : run === "apo-lr" ? 1 / step : step);

  it("of a change is the choice that holds the ratio, with the numbers that decide it", () => {
    expect(truthOf(ASK, valueAt)).toEqual({
      values: [
        { run: "apo-lr", step: 10, value: 0.1 },
        { run: "apo-lr", step: 20, value: 0.05 },
      ],
      ratio: 0.5,
      choice: 1,
    });
  });

  it("is none of the choices where none holds it, and nothing before the run has come so far", () => {
    const rise = {
      ...ASK,
      choices: [
        { says: "Rise.", atLeast: 1.1 },
        { says: "Soar.", atLeast: 2 },
      ],
    };
    expect(truthOf(rise, valueAt)?.choice).toBeNull();
    expect(truthOf({ ...ASK, about: { ...ASK.about, to: 30 } }, valueAt)).toBeNull();
  });

  it("of which run is lowest leaves out those that have stopped", () => {
    const choices = [
      { says: "A", run: "a" },
      { says: "B", run: "apo-lr" },
      { says: "C", run: "gone" },
    ];
    const ask: SceneAsk = { question: "Who?", about: { quantity: "trainLoss", to: 20 }, choices };
    const known: ValueAt = (run, quantity, step) => (run === "gone" ? null : valueAt(run, quantity, step));
    expect(truthOf(ask, known)).toMatchObject({ choice: 1, ratio: null, values: [{ run: "a" }, { run: "apo-lr" }] });
  });
});
