import type { ParityPicture } from "../../config/tables/taskPicture";
import type { FittedRunModel } from "./fitSelectors";

/** What a run answers (y) where it should answer x, both in the unit of the target. */
export interface ParityPoint {
  x: number;
  y: number;
  /** Drawn open. */
  isOpen: boolean;
}

/** A run in a parity picture. */
export interface ParityRunModel extends FittedRunModel {
  /** Ascending by x; none before the first prediction. The same array for the same prediction. */
  points: readonly ParityPoint[];
  /** Root mean square of y − x over the points; null before the first prediction. */
  error: number | null;
  /** Points outside the axes. */
  beyond: number;
}

/** Room beyond the targets on either side, as a share of their range: first guesses lie a little outside. */
const ROOM = 0.12;

/** Both axes: the targets with some room, whatever a run answers, so that they stand still. */
export function parityDomain({ targets, quantity: { mean, deviation } }: ParityPicture): [number, number] {
  const low = mean + deviation * targets.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = mean + deviation * targets.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const room = low < high ? ROOM * (high - low) : 1;
  return [low - room, high + room];
}

/** A run's points among these axes. */
export function parityRun(picture: ParityPicture, run: FittedRunModel, domain: readonly number[]): ParityRunModel {
  const values = run.prediction?.values;
  if (!values) return { ...run, points: [], error: null, beyond: 0 };
  const points = pointsOf(picture, values);
  const [low = 0, high = 0] = domain;
  return {
    ...run,
    points,
    error: errorOf(picture, values),
    beyond: points.filter(({ y }) => y < low || y > high).length,
  };
}

/** Squared as the network has the answers: in the target's unit a square may be beyond all numbers. */
function errorOf({ targets, quantity }: ParityPicture, values: Float32Array): number {
  const squares = targets.reduce((sum, target, row) => sum + ((values[row] ?? Number.NaN) - target) ** 2, 0);
  return quantity.deviation * Math.sqrt(squares / targets.length);
}

const pointCache = new WeakMap<Float32Array, readonly ParityPoint[]>();

function pointsOf({ targets, openFrom, quantity: { mean, deviation } }: ParityPicture, values: Float32Array) {
  const known = pointCache.get(values);
  if (known) return known;
  const points = Array.from(targets, (target, row): ParityPoint => {
    const answer = values[row] ?? Number.NaN;
    return { x: mean + deviation * target, y: mean + deviation * answer, isOpen: row >= openFrom };
  }).sort((a, b) => a.x - b.x);
  pointCache.set(values, points);
  return points;
}
