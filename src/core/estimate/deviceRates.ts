import { add, fill, type Tensor, type Tensor2D, tidy } from "@tensorflow/tfjs-core";
import type { DeviceRates } from "../../config/formulas/deviceRates";
import { product } from "../kernels/matMul";
import { psdInverse } from "../linalg/psd";
import { symmetricEigen } from "../linalg/symmetricEigen";
import type { Work } from "./methodWork";

/** Sides of the products that are timed: the larger where the smaller takes less than this many milliseconds. */
const SIDES = { least: 4, small: 128, large: 256, belowMs: 2 };
/** More than a cache holds, as values of a network are. */
const NUMBERS = 2 ** 20;
const HOST_SIDES = { inverse: 96, eigen: 56 };
const ENOUGH_MS = 2;
const ROUNDS = 8;
const MOST_CALLS = 1024;
/** Fewer of a long call would not tell it from the wait for the device. */
const LEAST_CALLS = 2;

/** Milliseconds that a step of so much work takes. */
export const msOf = (work: Work, rates: DeviceRates): number =>
  work.multiplyAdds / rates.multiplyAddsPerMs +
  work.numbers / rates.numbersPerMs +
  work.calls * rates.msPerCall +
  work.inverted / rates.invertedPerMs +
  work.eigen / rates.eigenPerMs;

/** Times products, sums and small calls on the active backend, some 100 ms on WASM; what the first of each compiles is left out. */
export async function measureRates(now: () => number): Promise<DeviceRates> {
  const msOfProduct = (side: number) => timed(now, fill([side, side], 0.5) as Tensor2D, (x) => product(x, x));
  const small = await msOfProduct(SIDES.small);
  const isFast = small < SIDES.belowMs;
  const side = isFast ? SIDES.large : SIDES.small;
  const msPerProduct = isFast ? await msOfProduct(side) : small;
  const msPerSum = await timed(now, fill([NUMBERS], 0.5), (x) => add(x, x));
  const msPerCall = await msOfProduct(SIDES.least);
  return {
    multiplyAddsPerMs: side ** 3 / msPerProduct,
    // two are read and one written
    numbersPerMs: (3 * NUMBERS) / msPerSum,
    msPerCall,
    invertedPerMs: await hostRate(now, HOST_SIDES.inverse, (matrix, n) => psdInverse(matrix, n, 1)),
    eigenPerMs: await hostRate(now, HOST_SIDES.eigen, symmetricEigen),
  };
}

/** Milliseconds of one call among so many in a row that a coarse clock tells their time, without a wait for the device; disposes x. */
async function timed<T extends Tensor>(now: () => number, x: T, call: (x: T) => Tensor): Promise<number> {
  const msFor = async (calls: number) => {
    const start = now();
    tidy(() => {
      for (let i = 0; i < calls; i++) call(x).dispose();
    });
    // the device does one thing after the other: what comes last is there when all is; a copy of a large result would take longer than its sum
    const last = fill([1], calls);
    await last.data();
    last.dispose();
    return now() - start;
  };
  await msFor(1);
  const ms = await leastMs(msFor);
  x.dispose();
  return ms;
}

/** Of the time of so many calls that of one, the least of several rounds: others may use the machine. */
async function leastMs(msFor: (calls: number) => number | Promise<number>): Promise<number> {
  let count = 1;
  let last = await msFor(1);
  while (count < LEAST_CALLS || (last < ENOUGH_MS && count < MOST_CALLS)) {
    count *= 2;
    last = await msFor(count);
  }
  let wait = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    last = Math.min(last, await msFor(count));
    wait = Math.min(wait, await msFor(1));
  }
  return Math.max(1e-6, last > wait ? (last - wait) / (count - 1) : last / count);
}

/** Cubes of a matrix's side that the processor factorises in a millisecond. */
async function hostRate(
  now: () => number,
  side: number,
  factorise: (matrix: Float64Array, side: number) => void,
): Promise<number> {
  // symmetric, its eigenvalues apart
  const matrix = Float64Array.from({ length: side ** 2 }, (_, at) => {
    const [i, j] = [Math.floor(at / side), at % side];
    return i === j ? 1 + i : 1 / (1 + i + j);
  });
  const ms = await leastMs((calls) => {
    const start = now();
    for (let i = 0; i < calls; i++) factorise(matrix, side);
    return now() - start;
  });
  return side ** 3 / ms;
}
