import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rateBefore } from "../../config/experiment/presets/checks/seen";
import { LESSONS } from "../../config/lessons/lessons";
import { truthOf } from "../../config/scenes/askTruth";
import { sceneDocument, sceneSetIn } from "../../config/scenes/sceneSet";
import { seedsOf, trainSeen } from "../presets/seenRace";
import { lessonSceneSet, lessonScenes } from "./lessonScenes";
import { firstStand, standAfter } from "./lessonStands";

const readShipped = (id: string) => readFileSync(join(import.meta.dirname, `../../../public/scenes/${id}.json`));

describe.each(LESSONS)("the scenes of $id", (lesson) => {
  it("are those that its steps give; after a change of a lesson, npm run scenes", () => {
    const shipped = readShipped(lesson.id);
    expect(sceneDocument(sceneSetIn(shipped, lesson.id))).toBe(shipped.toString());
    expect(shipped.toString()).toBe(sceneDocument(lessonSceneSet(lesson)));
  });

  it("say each of its findings once, and ask before they tell", () => {
    const { scenes } = lessonSceneSet(lesson);
    expect(scenes.length).toBeGreaterThanOrEqual(3);
    expect(new Set(scenes.map(({ caption }) => caption)).size).toBe(scenes.length);
    for (const [at, { ask, step = 0, notes }] of scenes.entries()) {
      expect(notes?.length).toBeGreaterThan(20);
      if (!ask) continue;
      expect(step).toBeLessThan(ask.about.to);
      expect(scenes[at + 1]?.step).toBe(ask.about.to);
    }
  });

  const asking = lessonScenes(lesson).flatMap(({ scene: { ask }, race }) =>
    ask ? [{ ask, race, question: ask.question }] : [],
  );
  it.runIf(asking.length > 0).each(asking)(
    "$question: one choice is true, the same on three seeds",
    async ({ ask, race }) => {
      const preset = { id: lesson.id, name: lesson.title, lookFor: "", experiment: race };
      const reads = ask.about.run === undefined ? undefined : [ask.about.run];
      const choices = [];
      for (const seed of seedsOf(preset)) {
        const seen = await trainSeen(preset, seed, { reads, until: ask.about.to, isMeasured: false });
        choices.push(truthOf(ask, (run, _, step) => rateBefore(seen, run, step))?.choice);
      }
      expect(choices).toEqual([expect.any(Number), choices[0], choices[0]]);
    },
  );
});

describe("where the page stands after a step of a lesson", () => {
  const [lesson] = LESSONS;
  if (!lesson) throw new Error("There is no lesson.");
  const first = firstStand(lesson);

  it("a slider is set before a race, and moved while it trains", () => {
    const goal = { kind: "set", run: "apo-lr", name: "lambdaFsd", atLeast: 10 } as const;
    const set = standAfter(first, goal);
    expect(set.race.optimizers?.[0]?.hyperparams?.lambdaFsd).toBe(10);
    expect(set.changes).toEqual(["λ_FSD is 10 now."]);
    const moved = standAfter(standAfter(first, { kind: "reach", step: 100 }), goal);
    expect(moved.race.interventions).toEqual([{ step: 100, run: "apo-lr", name: "lambdaFsd", value: 10 }]);
    expect(standAfter(moved, { kind: "scrubBeforeMove" })).toMatchObject({ step: 100, look: 99 });
    expect(standAfter(moved, { kind: "restart" })).toMatchObject({ step: 0, race: { interventions: [] } });
  });

  it("a number between two ends has two digits, and another seed is the next one", () => {
    const goal = { kind: "set", run: "apo-lr", name: "learningRate", atLeast: 0.1, atMost: 0.15 } as const;
    expect(standAfter(first, goal).race.optimizers?.[0]?.hyperparams?.learningRate).toBe(0.12);
    expect(standAfter(first, { kind: "newSeed" }).race.seed).toBe((first.race.seed ?? 0) + 1);
  });
});
