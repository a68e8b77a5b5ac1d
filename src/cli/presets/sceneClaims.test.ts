import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PRESETS } from "../../config/experiment/presets";
import { PRESET_CHECKS } from "../../config/experiment/presets/checks/presetChecks";
import { evaluated, rateBefore, type SeenRace } from "../../config/experiment/presets/checks/seen";
import { RECORDED_IDS } from "../../config/experiment/recordedIds";
import { truthOf } from "../../config/scenes/askTruth";
import { wordsIn } from "../../config/scenes/captionWords";
import { SCENE_LIMITS, type SceneAsk, sceneSetIn } from "../../config/scenes/sceneSet";
import { TALK_ID } from "../../config/scenes/shippedIds";
import { SHIPPED_SCENES } from "../../config/scenes/shippedScenes";
import { seedsOf, trainSeen } from "./seenRace";

/** What makes a sentence of a caption true: the check of a preset, which records of three seeds hold, or what it is where it is no finding. */
type Ground = { preset: string; says: string } | { why: string };

/** Every sentence of every caption. */
const GROUNDS: Readonly<Record<string, Ground>> = {
  "Five methods start from the same weights and see the same batches.": {
    why: "race.test.ts: starts every optimizer from the same loss on the same batch of sine",
  },
  "Which step should each of them take?": { why: "a question" },
  "APO looks one step ahead.": { why: "Algorithm 1" },
  "Q adds the loss there, λ_FSD times how far the outputs move, and λ_WSD times how far the weights move.": {
    why: "what Q is",
  },
  "Now λ_FSD becomes ten times as large: moving the outputs gets dearer.": { why: "the move of the preset" },
  "In APO-η's Q the share of FSD swells where its price jumps.": { preset: "lambda-fsd-jump", says: "swells" },
  "The cheapest step is then one that moves the outputs less.": {
    why: "articleProse.test.ts: with more λ_FSD the outputs move less, on every seed of every record",
  },
  "A rate that starts far too low: APO-η climbs past 0.01, then comes down by a tenth or more.": {
    preset: "rise-and-decay",
    says: "climbs past 0.01",
  },
  "No schedule was written.": { why: "the settings of the preset" },
  "Four runs of SGDm under APO-η.": { why: "the settings of the preset" },
  "Their rates start a thousand times apart.": { why: "0.0001 and 0.1, the settings of the preset" },
  "All four end at losses within a fifth of each other, and at rates within a factor of two.": {
    preset: "four-starts",
    says: "losses within a fifth of each other",
  },
  "APO-P learns a whole matrix.": { why: "what APO-P is" },
  "On linear regression its eigenvalues settle within a tenth of 1 / ((1 + λ_FSD) h + λ_WSD), and no inverse was taken.":
    { preset: "closed-form", says: "within a tenth of 1 / ((1 + λ_FSD) h + λ_WSD)" },
  "Ten targets whose scales differ by five decades.": { why: "the task deep-linear" },
  "One rate for all directions is a poor fit.": { preset: "ill-conditioned", says: "Adam is above it" },
  "On photographs, with LeNet-5: KFAC's training loss falls furthest.": {
    preset: "cifar10",
    says: "KFAC's training loss falls furthest",
  },
  "On test images KFAC's loss rises highest.": { preset: "cifar10", says: "its test loss rises highest" },
  "Where APO loses: on the sine KFAC's training loss after 150 steps is lower than APO-P's or Adam's after 1,000.": {
    preset: "apo-loses",
    says: "KFAC's training loss after 150 steps is lower than APO-P's or Adam's after 1,000",
  },
  "Your turn.": { why: "an offer" },
  "Move λ_FSD or λ_WSD: from the next step on the run trains here, and η answers.": {
    why: "recorded.spec.ts: a slider moved in a recording trains on from the step shown",
  },
};

const readShipped = (id: string) =>
  sceneSetIn(readFileSync(join(import.meta.dirname, `../../../public/scenes/${id}.json`)), id);

const sentencesOf = (caption: string) => caption.split(/(?<=[.?!])\s+(?=[A-ZÀ-Ý])/);

const presetOfState = (state: string) => {
  const id = new URLSearchParams(state).get("preset");
  const preset = PRESETS.find((one) => one.id === id);
  if (!preset) throw new Error(`${state} names no preset.`);
  return preset;
};

/** The truth of a question in a trained race. */
const truthInRace = (ask: SceneAsk, race: SeenRace) =>
  truthOf(ask, (run, quantity, step) =>
    quantity === "learningRate" ? rateBefore(race, run, step) : evaluated(race, run, quantity, step),
  );

describe("the talk that comes with the page", () => {
  const { scenes, title: own } = readShipped(TALK_ID);
  const title = SHIPPED_SCENES.find(({ id }) => id === TALK_ID)?.title;

  it("has its title, notes for the speaker, captions of few words, and states that are recorded", () => {
    expect(own).toBe(title);
    for (const { state, caption, notes = "" } of scenes) {
      expect(wordsIn(caption)).toBeLessThanOrEqual(SCENE_LIMITS.captionWords);
      expect(notes.length).toBeGreaterThan(20);
      expect(RECORDED_IDS).toContain(presetOfState(state).id);
    }
  });

  it("says nothing that no check holds, and every ground is one of a sentence", () => {
    const sentences = scenes.flatMap(({ caption }) => sentencesOf(caption));
    expect([...new Set(sentences)].toSorted()).toEqual(Object.keys(GROUNDS).toSorted());
    for (const { state, caption } of scenes)
      for (const sentence of sentencesOf(caption)) {
        const ground = GROUNDS[sentence];
        if (!ground || "why" in ground) continue;
        expect(ground.preset, sentence).toBe(presetOfState(state).id);
        expect(
          PRESET_CHECKS[ground.preset]?.checks.map(({ says }) => says),
          sentence,
        ).toContain(ground.says);
      }
  });

  const asking = scenes.flatMap(({ ask, state, step = 0 }) =>
    ask ? [{ ask, state, step, question: ask.question }] : [],
  );

  it.each(asking)("$question: one choice is true on each of three seeds", async ({ ask, state, step }) => {
    const preset = presetOfState(state);
    expect(step).toBeLessThan(ask.about.to);
    const runs = ask.about.run === undefined ? ask.choices.flatMap(({ run }) => run ?? []) : [ask.about.run];
    const choices = [];
    for (const seed of seedsOf(preset)) {
      const race = await trainSeen(preset, seed, { reads: runs, until: ask.about.to });
      choices.push(truthInRace(ask, race)?.choice);
    }
    expect(choices).toHaveLength(3);
    for (const choice of choices) expect(choice).toEqual(expect.any(Number));
    if (ask.about.run !== undefined) expect(new Set(choices).size).toBe(1); // what happens there does not depend on the seed
  });
});
