import { type SweepCell, type SweepGrid, sweepGrid, sweepStepChoices } from "../../../config/experiment/sweepGrid";
import { tokenOf } from "../../charts/chartModels";
import { createSelector, createStableSelector } from "../../experiment/memo";
import { metaRunOf } from "../../experiment/metaRun";
import type { ExperimentState } from "../../experiment/state";
import type { SweepMapState, SweepPurpose, SweepQuantity } from "../../experiment/sweepMapState";
import { runName } from "../../words/runName";
import { settingText } from "../../words/settingWords";
import { classesOf, classOf, hasLoss, rangeFor, type SweepClasses, strengthOfClass } from "./sweepClasses";
import { purposeOf, sweepStepsOf } from "./sweepPurpose";
import { staleWords } from "./sweepStale";
import { classWords, costWords, mapNote, mapSummary } from "./sweepWords";

/** A cell with its place in the grid, from the lowest λ. */
export interface PlacedCell extends SweepCell {
  column: number;
  row: number;
  /** What is shown, on a log scale from its least value in the map (0) to its greatest (1), or its class on it; null where it has no place. */
  strength: number | null;
}

/** The map as it is drawn. */
export interface SweepMapModel {
  grid: SweepGrid;
  cells: readonly PlacedCell[];
  /** The cell of the lowest loss. */
  best: PlacedCell | null;
  /** The best and all cells that seeds do not tell from it; the best alone where the seeds' range is not known. */
  level: readonly PlacedCell[];
  /** Of the loss; null where the scale is continuous. */
  classes: SweepClasses | null;
  /** What equal colours mean; empty before the first cell. */
  classWords: string;
  shows: SweepQuantity;
  /** Ends of the scale of what is shown; null before the first cell. */
  domain: readonly [number, number] | null;
  /** Suffix of `--opt-*`: the method that was swept. */
  token: string;
  note: string;
  /** "Two spirals, seed 3": what the map was made for and is not on the page now; null where it is. */
  stale: string | null;
  summary: string;
}

/** The map there is, or the empty grid of one there could be; null where no APO run races. */
export const selectSweepMap = createSelector(
  (state) => {
    const { cells, purpose, shows, status, recorded, isRecorded } = state.sweepMap;
    const optimizer = metaRunOf(state)?.optimizer ?? null;
    return { cells, purpose, shows, status, recorded, isRecorded, optimizer, stale: staleOf(state) };
  },
  ({ cells, purpose, shows, status, recorded, isRecorded, optimizer, stale }): SweepMapModel | null => {
    if (optimizer === null) return null;
    const swept = purpose?.optimizer ?? optimizer;
    const grid = purpose?.grid ?? sweepGrid(swept);
    const domain = domainOf(cells.map((cell) => shownValue(cell, shows)));
    const range = rangeFor(purpose, recorded);
    const losses = domainOf(cells.map(({ finalLoss }) => finalLoss));
    const ofLoss = losses && recorded && range !== null ? classesOf(losses, range, recorded.seeds) : null;
    const classes = shows === "loss" ? ofLoss : null;
    const placed = cells.map((cell): PlacedCell => {
      const column = grid.lambdaFsd.indexOf(cell.lambdaFsd);
      return {
        ...cell,
        column,
        row: grid.lambdaWsd.indexOf(cell.lambdaWsd),
        strength: strengthOf(cell, shows, domain, classes),
      };
    });
    const best = bestOf(placed);
    const level = levelWith(best, placed, ofLoss);
    return {
      grid,
      cells: placed,
      best,
      level,
      classes,
      classWords: domain ? classWords(classes, shows) : "",
      shows,
      domain,
      token: tokenOf(swept),
      note: mapNote(purpose, shows, isRecorded),
      stale,
      summary: mapSummary({ purpose, status, isRecorded, cells: placed, grid, best, level, stale }),
    };
  },
);

/** What the map has to do with its making: buttons, steps, progress. */
export interface SweepControlsModel {
  status: SweepMapState["status"];
  /** The map there is was trained before. */
  isRecorded: boolean;
  canStart: boolean;
  /** Steps per cell of the next map, and what can be chosen. */
  steps: number;
  choices: readonly number[];
  /** "about 15 s" */
  cost: string;
  /** From 0 to 1 while one is made. */
  share: number;
  /** "Row 3 of 8" */
  detail: string;
}

export const selectSweepControls = createStableSelector((state): SweepControlsModel => {
  const { status, isRecorded, done, total, detail } = state.sweepMap;
  const purpose = purposeOf(state);
  return {
    status,
    isRecorded,
    canStart: purpose !== null,
    steps: sweepStepsOf(state),
    choices: sweepStepChoices(state.config.steps),
    cost: purpose ? costWords(cellCount(purpose.grid), secondsOf(state, purpose)) : "",
    share: total > 0 ? done / total : 0,
    detail,
  };
});

/** Where the two sliders stand, and whose they are. */
export interface SweepPointModel {
  name: string;
  lambdaFsd: number;
  lambdaWsd: number;
  /** As the sliders say them. */
  text: { lambdaFsd: string; lambdaWsd: string };
}

export const selectSweepPoint = createStableSelector((state): SweepPointModel | null => {
  const run = metaRunOf(state);
  if (!run) return null;
  const { lambdaFsd, lambdaWsd } = run.hyperparams;
  const text = { lambdaFsd: settingText("lambdaFsd", lambdaFsd), lambdaWsd: settingText("lambdaWsd", lambdaWsd) };
  return { name: runName(state.config.optimizers, run.run), lambdaFsd, lambdaWsd, text };
});

/** What the map there is was made for, where the page is about something else now. */
export function staleOf(state: ExperimentState): string | null {
  const now = purposeOf(state);
  const made = state.sweepMap.purpose;
  return made && now ? staleWords(made, now) : null;
}

/** What is shown of a cell; null where it diverged. */
function shownValue(cell: SweepCell, shows: SweepQuantity): number | null {
  return shows === "loss" ? cell.finalLoss : cell.learningRate;
}

const cellCount = ({ lambdaFsd, lambdaWsd }: SweepGrid) => lambdaFsd.length * lambdaWsd.length;

/** So many steps make the run's time of a step a fair measure: the first compile and warm up. */
const WARM_STEPS = 10;

/**
 * How long the next map may take: as the last one of this task and method, or else by the run's own steps on this page; null
 * where neither is known, or the page trains on a GPU.
 */
function secondsOf(state: ExperimentState, next: SweepPurpose): number | null {
  const { purpose, seconds, total } = state.sweepMap;
  const steps = cellCount(next.grid) * next.steps;
  if (seconds !== null && purpose && isSameWork(purpose, next)) return (seconds * steps) / total;
  const cost = metaRunOf(state)?.cost;
  if (!cost?.msPerStep || state.step < WARM_STEPS || state.environment?.backend === "webgpu") return null;
  return (steps * cost.msPerStep) / 1000;
}

function isSameWork(a: SweepPurpose, b: SweepPurpose): boolean {
  const isSameTask = a.config.task === b.config.task && a.config.batchSize === b.config.batchSize;
  return isSameTask && a.csv === b.csv && a.optimizer === b.optimizer;
}

function domainOf(values: readonly (number | null)[]): readonly [number, number] | null {
  const positive = values.filter((value): value is number => value !== null && value > 0);
  return positive.length > 0 ? [Math.min(...positive), Math.max(...positive)] : null;
}

function strengthOf(
  cell: SweepCell,
  shows: SweepQuantity,
  domain: readonly [number, number] | null,
  classes: SweepClasses | null,
): number | null {
  const value = shownValue(cell, shows);
  if (value === null || !domain) return null;
  const [low, high] = domain;
  if (value <= low) return 0;
  if (classes) return strengthOfClass(classOf(value, low, classes.width), classes);
  return Math.log(value / low) / Math.log(high / low);
}

function bestOf(cells: readonly PlacedCell[]): PlacedCell | null {
  const finished = cells.filter(({ finalLoss }) => finalLoss !== null);
  return finished.toSorted((a, b) => Number(a.finalLoss) - Number(b.finalLoss))[0] ?? null;
}

/** The best cell and those of its class. */
function levelWith(
  best: PlacedCell | null,
  cells: readonly PlacedCell[],
  classes: SweepClasses | null,
): readonly PlacedCell[] {
  if (!best) return [];
  if (!classes || !hasLoss(best)) return [best];
  const isLevel = (cell: PlacedCell) =>
    hasLoss(cell) && classOf(Number(cell.finalLoss), Number(best.finalLoss), classes.width) === 0;
  return cells.filter(isLevel);
}
