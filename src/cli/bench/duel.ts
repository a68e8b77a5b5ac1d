import type { BenchCase } from "./cases";
import { type Entrant, nameOf, type Place } from "./contestants/contestant";
import type { BenchHost } from "./host";

/** Milliseconds per step of one contestant, one number a round. */
export interface Timing {
  entrant: Entrant;
  bench: BenchCase;
  msPerStep: number[];
}

/** How long to measure. */
export interface Effort {
  rounds: number;
  /** Milliseconds that a contestant's turn in a round takes, about. */
  turnMs: number;
}

const PARITY_STEPS = 5;
const TOLERANCE = 1e-4;
/** KFAC's inverses, its factors and two meta-updates at K = 10 fall equally into any multiple of this. */
const PERIOD = 20;
const MOST_STEPS = 400;

/** The name by which a worker knows a contestant. */
export const keyOf = (bench: BenchCase, entrant: Entrant) => `${bench.name}: ${nameOf(entrant)}`;

/**
 * Trains all entrants from the same weights on the same batches, their first losses held against ours to 1e-4; then rounds in
 * which they take turns, each round beginning with another, so that a noisy machine slows all alike.
 */
export async function duel(
  host: BenchHost,
  bench: BenchCase,
  entrants: readonly Entrant[],
  { rounds, turnMs }: Effort,
  report: (line: string) => void,
): Promise<Timing[]> {
  await openAll(host, bench, entrants, "cpu");
  report(`${host.name}, ${bench.name}: ${entrants.length} contestants, parity holds`);
  const turns = [];
  for (const entrant of entrants) turns.push({ entrant, count: await stepsPerTurn(host, bench, entrant, turnMs) });
  const timings = entrants.map((entrant): Timing => ({ entrant, bench, msPerStep: [] }));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < turns.length; turn++) {
      const i = (round + turn) % turns.length;
      const { entrant, count } = turns[i] as (typeof turns)[number];
      const { ms } = await host.ask(entrant.library, { type: "steps", key: keyOf(bench, entrant), count, read: true });
      timings[i]?.msPerStep.push((ms as number) / count);
    }
  }
  for (const entrant of entrants) await host.ask(entrant.library, { type: "close", key: keyOf(bench, entrant) });
  return timings;
}

/** Opens every contestant and throws where the first losses of a peer part from ours of the same method. */
export async function openAll(
  host: BenchHost,
  bench: BenchCase,
  entrants: readonly Entrant[],
  place: Place,
  steps = PARITY_STEPS,
): Promise<void> {
  const ours = new Map<string, number[]>();
  for (const entrant of entrants) {
    const key = keyOf(bench, entrant);
    await host.ask(entrant.library, { type: "open", key, entrant, bench, place });
    const { losses = [] } = await host.ask(entrant.library, { type: "steps", key, count: steps, read: true });
    if (entrant.library === "ours") ours.set(entrant.method, losses);
    const reference = ours.get(entrant.method);
    if (!hasPeerLoss(entrant)) continue;
    if (!reference) throw new Error(`${key} has no run of ours to be compared with.`);
    checkParity(key, losses, reference, steps);
  }
}

/** brain.js trains another network, online; it is a peer in size only. */
const hasPeerLoss = ({ library }: Entrant) => library !== "brain.js" && library !== "ours";

function checkParity(name: string, losses: readonly number[], reference: readonly number[], steps: number): void {
  for (let step = 0; step < steps; step++) {
    const [theirs, ours] = [losses[step] ?? Number.NaN, reference[step] ?? Number.NaN];
    if (!(Math.abs(theirs - ours) <= TOLERANCE * Math.abs(ours)))
      throw new Error(`${name}: loss ${theirs} at step ${step}, ours ${ours}. Parity is broken; no time was measured.`);
  }
}

/** Warms a contestant up and finds how many steps fill a turn; methods with periods take whole periods. */
async function stepsPerTurn(host: BenchHost, bench: BenchCase, entrant: Entrant, turnMs: number): Promise<number> {
  const key = keyOf(bench, entrant);
  const ask = async (count: number) =>
    (await host.ask(entrant.library, { type: "steps", key, count, read: true })).ms as number;
  let taken = 1;
  let ms = await ask(1);
  // compilers of JavaScript and wasm settle within some tens of steps
  while (ms < turnMs && taken < MOST_STEPS) {
    taken *= 2;
    ms = await ask(taken);
  }
  const count = Math.min(MOST_STEPS, Math.max(1, Math.round((turnMs * taken) / ms)));
  const hasPeriods = entrant.library === "ours" && !/^(sgd|sgdm|adam|apo-p K=1|\d+ × .*)$/.test(entrant.method);
  return hasPeriods ? PERIOD * Math.ceil(count / PERIOD) : count;
}
