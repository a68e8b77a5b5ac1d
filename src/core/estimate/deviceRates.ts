import { add, fill, type Tensor, type Tensor2D, tidy } from "@tensorflow/tfjs-core";
import type { DeviceRates } from "../../config/formulas/deviceRates";
import { product } from "../kernels/matMul";
import { psdInverse } from "../linalg/psd";
import type { Work } from "./methodWork";

/** Sides of the products that are timed: the larger where the smaller takes less than this many milliseconds. */
const SIDES = { small: 128, large: 256, belowMs: 2 };
const NUMBERS = 2 ** 18;
const HOST_SIDE = 64;
const ENOUGH_MS = 4;
const MOST_CALLS = 1024;

/** Milliseconds that a step of so much work takes. */
export const msOf = (work: Work, rates: DeviceRates): number =>
  work.multiplyAdds / rates.multiplyAddsPerMs +
  work.numbers / rates.numbersPerMs +
  work.calls * rates.msPerCall +
  work.hostMultiplyAdds / rates.hostMultiplyAddsPerMs;

/**
 * Times products, sums and small calls on the active backend, some 40 ms on WASM; what the first of each compiles is left out.
 */
export async function measureRates(now: () => number): Promise<DeviceRates> {
  const square = (n: number) => fill([n, n], 0.5) as Tensor2D;
  const small = await timed(
    now,
    () => square(SIDES.small),
    (x) => product(x, x),
  );
  const isFast = small < SIDES.belowMs;
  const side = isFast ? SIDES.large : SIDES.small;
  const msPerProduct = isFast
    ? await timed(
        now,
        () => square(side),
        (x) => product(x, x),
      )
    : small;
  const msPerSum = await timed(
    now,
    () => fill([NUMBERS], 0.5),
    (x) => add(x, x),
  );
  const msPerCall = await timed(
    now,
    () => square(4),
    (x) => product(x, x),
  );
  return {
    multiplyAddsPerMs: side ** 3 / msPerProduct,
    // two are read and one written
    numbersPerMs: (3 * NUMBERS) / msPerSum,
    msPerCall,
    hostMultiplyAddsPerMs: hostRate(now),
  };
}

/**
 * Milliseconds of one call among many in a row: twice as many each time until they take so long that a coarse clock tells it. What a
 * wait for the device takes is in both of the last two, and so in neither's difference.
 */
async function timed<T extends Tensor>(now: () => number, make: () => T, call: (x: T) => Tensor): Promise<number> {
  const x = make();
  const msFor = async (calls: number) => {
    const start = now();
    const last = tidy(() => {
      for (let i = 1; i < calls; i++) call(x).dispose();
      return call(x);
    });
    await last.data();
    last.dispose();
    return now() - start;
  };
  await msFor(1);
  let [count, before] = [1, await msFor(1)];
  for (;;) {
    const after = await msFor(2 * count);
    if (after >= ENOUGH_MS || count >= MOST_CALLS) {
      x.dispose();
      return Math.max(1e-6, after > before ? (after - before) / count : after / (2 * count));
    }
    [count, before] = [2 * count, after];
  }
}

function hostRate(now: () => number): number {
  const matrix = new Float64Array(HOST_SIDE ** 2);
  for (let i = 0; i < HOST_SIDE; i++) matrix[i * HOST_SIDE + i] = 1;
  psdInverse(matrix, HOST_SIDE, 1);
  const start = now();
  let count = 0;
  while (now() - start < ENOUGH_MS && count < MOST_CALLS) {
    psdInverse(matrix, HOST_SIDE, 1);
    count += 1;
  }
  return (count * HOST_SIDE ** 3) / Math.max(1e-3, now() - start);
}
