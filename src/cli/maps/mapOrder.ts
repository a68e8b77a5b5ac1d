/** The loss of each cell in the order of the grid; null where it diverged. */
export type CellLosses = readonly (number | null)[];

/** A cell that diverged ranks behind every other, level with all that diverged. */
const ranked = (losses: CellLosses) => losses.map((loss) => loss ?? Number.POSITIVE_INFINITY);

/** Kendall's τ_b (Kendall 1945) of two orders of the same cells, from -1 to 1; ties count for neither. NaN where one is all ties. */
export function kendallTau(first: CellLosses, second: CellLosses): number {
  const [a, b] = [ranked(first), ranked(second)];
  let [sum, apartInA, apartInB] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      const [inA, inB] = [order(a[i], a[j]), order(b[i], b[j])];
      sum += inA * inB;
      apartInA += Math.abs(inA);
      apartInB += Math.abs(inB);
    }
  return sum / Math.sqrt(apartInA * apartInB);
}

const order = (one = 0, other = 0): number => Number(one > other) - Number(one < other);

/** Mean of τ over all pairs of seeds. */
export function meanTau(bySeed: readonly CellLosses[]): number {
  const taus = bySeed.flatMap((one, index) => bySeed.slice(0, index).map((other) => kendallTau(one, other)));
  return taus.reduce((sum, tau) => sum + tau, 0) / taus.length;
}

/** An order is stable from this mean τ on; where none is, so near to the best one is as good. */
export const STABLE_TAU = 0.9;
export const NEAR_TAU = 0.02;

/** The shortest length whose order is stable, or else the shortest within `NEAR_TAU` of the best. `lengths` ascend. */
export function stableLength(lengths: readonly { steps: number; tau: number }[]): number {
  const best = Math.max(...lengths.map(({ tau }) => tau));
  const bound = best >= STABLE_TAU ? STABLE_TAU : best - NEAR_TAU;
  const found = lengths.find(({ tau }) => tau >= bound);
  if (!found) throw new Error("No length was measured.");
  return found.steps;
}

/** How many times its least loss the greatest of a map is: the median over seeds; cells that diverged aside. */
export const cellsSpread = (bySeed: readonly CellLosses[]): number =>
  Math.exp(median(bySeed.map((losses) => logRange(losses.filter((loss) => loss !== null)))));

/**
 * Median over cells of the seeds' range of log loss, each seed's taken from the mean of its map: what a seed does to all cells alike
 * moves no cell beside another. Cells that diverged on a seed aside.
 */
export function seedsRange(bySeed: readonly CellLosses[]): number {
  const cells = (bySeed[0] ?? []).map((_, cell) => bySeed.map((losses) => losses[cell] ?? null));
  const whole = cells.filter((losses): losses is number[] => losses.every((loss) => loss !== null));
  if (whole.length === 0) throw new Error("Every cell diverged on some seed.");
  const logs = whole.map((losses) => losses.map(Math.log));
  const means = bySeed.map((_, seed) => logs.reduce((sum, cell) => sum + (cell[seed] ?? 0), 0) / logs.length);
  const apart = logs.map((cell) => cell.map((log, seed) => log - (means[seed] ?? 0)));
  return median(apart.map((cell) => Math.max(...cell) - Math.min(...cell)));
}

const logRange = (losses: readonly number[]) => Math.log(Math.max(...losses) / Math.min(...losses));

function median(values: readonly number[]): number {
  const ascending = values.toSorted((a, b) => a - b);
  const middle = (ascending.length - 1) / 2;
  return ((ascending[Math.floor(middle)] as number) + (ascending[Math.ceil(middle)] as number)) / 2;
}
