import { describe, expect, it } from "vitest";
import type { CandidateRun } from "../../../config/claims/record";
import { CANDIDATES } from "../../../config/claims/rules";
import { STUDY_IDS } from "../../../config/claims/studies";
import { checkHyperparam } from "../../../config/experiment/checkHyperparam";
import { readsHyperparam } from "../../../config/tables/hyperparamRange";
import type { HyperparamName, Hyperparams } from "../../../config/tables/hyperparams";
import { plainBox } from "../boxes/ranges";
import { STUDY_METHODS } from "../boxes/studyMethods";
import { edgesOf, type Searched } from "./edges";
import { firstCandidates } from "./firstCandidates";
import { moveCandidates, wantsToMove } from "./moves";
import { MOST_DIMENSIONS, sobolPoint } from "./sobol";

/** A candidate that ended at a loss; null: it diverged. */
const tried = (settings: Partial<Hyperparams>, trainLoss: number | null, round = 0): CandidateRun => ({
  ...{ seed: 0, settings, early: [], arm: 0, round },
  evaluations: [{ step: 10, seconds: 1, trainLoss, testLoss: trainLoss, testMetric: trainLoss }],
});

const searched = (candidates: CandidateRun[], heldOut: CandidateRun[] = []): Searched => ({
  ...{ optimizer: "kfac", criterion: "trainLoss", candidates, heldOut },
  box: plainBox({ learningRate: [0.01, 1], damping: [1e-3, 0.1] }, { learningRate: 0.1, damping: 0.01 }),
});

const point = (learningRate: number, damping: number) => ({ learningRate, damping });

describe("Sobol's points", () => {
  it("begin as published: Joe and Kuo's table, in the order of the index", () => {
    const first = Array.from({ length: 3 }, (_, i) => sobolPoint(i + 1, 3));
    expect(first).toEqual([
      [0.5, 0.5, 0.5],
      [0.25, 0.75, 0.75],
      [0.75, 0.25, 0.25],
    ]);
  });

  it("of 2ⁿ there is one in each of 2ⁿ even parts of every axis", () => {
    const points = Array.from({ length: 16 }, (_, i) => sobolPoint(i, MOST_DIMENSIONS));
    for (let axis = 0; axis < MOST_DIMENSIONS; axis++)
      expect(new Set(points.map((one) => Math.floor(16 * (one[axis] ?? 0)))).size).toBe(16);
  });
});

describe("the boxes", () => {
  const all = STUDY_IDS.flatMap((study) =>
    Object.entries(STUDY_METHODS[study]).map(([method, { optimizer, box }]) => ({ study, method, optimizer, box })),
  );

  it.each(all)("of $study give $method the same number of candidates, all different, today's first", ({ box }) => {
    const candidates = firstCandidates(box);
    expect(new Set(candidates.map(({ settings }) => JSON.stringify(settings))).size).toBe(CANDIDATES);
    expect(candidates[0]).toEqual(box.today);
  });

  it.each(all)("of $study hold settings of $method that it reads, within their limits", ({ optimizer, box }) => {
    for (const { settings } of firstCandidates(box))
      for (const [name, value] of Object.entries(settings)) {
        expect(readsHyperparam(optimizer, name as HyperparamName), name).toBe(true);
        const problems: unknown[] = [];
        const problem = (one: unknown) => void problems.push(one);
        expect(checkHyperparam(optimizer, name as HyperparamName, value, "none", "it", problem)).toBe(value);
        expect(problems).toEqual([]);
      }
  });
});

describe("a box moves", () => {
  const inside = [tried(point(0.01, 0.001), 3), tried(point(0.1, 0.01), 1), tried(point(1, 0.1), 2)];

  it("not where the best lies within", () => {
    expect(edgesOf(searched(inside))).toEqual([]);
    expect(wantsToMove(searched(inside))).toBe(false);
  });

  it("beyond the edge that its best lies at: three times as far, and nine times", () => {
    const own = searched([tried(point(1, 0.01), 1), tried(point(0.1, 0.1), 2), tried(point(0.01, 0.001), null)]);
    expect(edgesOf(own)).toEqual([{ setting: "learningRate", side: "high", value: 1, stop: "moves" }]);
    const moved = moveCandidates(own, 4).map(({ settings }) => settings);
    expect(moved.slice(0, 2)).toEqual([point(3, 0.01), point(9, 0.01)]);
    expect(moved).toHaveLength(4);
  });

  it("beyond two edges, and beyond both at once", () => {
    const own = searched([tried(point(1, 0.1), 1), tried(point(0.1, 0.01), 2)]);
    expect(moveCandidates(own, 3).map(({ settings }) => settings)).toEqual([
      point(3, 0.1),
      point(1, 0.3),
      point(3, 0.3),
    ]);
  });

  it("to no place that was tried, and a diverged one beyond is no edge any more", () => {
    const own = searched([tried(point(1, 0.01), 1), tried(point(3, 0.01), null, 1), ...inside.slice(0, 1)]);
    expect(edgesOf(own).map(({ setting, side }) => `${setting} ${side}`)).toEqual(["damping high"]);
    const all = [
      ...own.candidates.map(({ settings }) => settings),
      ...moveCandidates(own, 8).map((one) => one.settings),
    ];
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(all.length);
  });

  it("for all as often: one whose best lies within looks beside it", () => {
    const moved = moveCandidates(searched(inside), 4).map(({ settings }) => settings);
    // between 0.1 and 1, and 0.01 and 0.1: √0.1 and √0.001, to two digits; likewise of damping
    expect(moved).toEqual([point(0.32, 0.01), point(0.032, 0.01), point(0.1, 0.032), point(0.1, 0.0032)]);
  });

  it("not beyond the limit of a setting, nor where another value is as good within the seeds' range", () => {
    const most = tried(point(1e6, 0.01), 1);
    const low = [tried(point(0.1, 0.001), 1.5), tried(point(0.1, 0.1), 2)];
    expect(edgesOf(searched([most, ...low])).map(({ stop }) => stop)).toEqual(["limit"]);
    expect(wantsToMove(searched([most, ...low]))).toBe(false);
    const heldOut = [tried({}, 1), tried({}, 1.6)];
    const edge = [tried(point(1, 0.01), 1), ...low];
    expect(edgesOf(searched(edge, heldOut)).map(({ stop }) => stop)).toEqual(["flat"]);
    expect(edgesOf(searched(edge, heldOut.slice(0, 1))).map(({ stop }) => stop)).toEqual(["moves"]);
  });

  it("is stopped by nothing where every candidate diverged: further points of the box come", () => {
    const own = searched(inside.map((one) => tried(one.settings, null)));
    expect(edgesOf(own)).toEqual([]);
    expect(moveCandidates(own, 4)).toHaveLength(4);
  });
});
