import { convInputFactor as factor, convInputFactorScratch as factorScratch } from "./factor";
import { convForward as forward, convForwardScratch as forwardScratch } from "./forward";
import { convInputGrad as inputGrad, convInputGradScratch as inputGradScratch } from "./input";
import { convWeightGrad as weightGrad, convWeightGradScratch as weightGradScratch } from "./weights";

/*
 * Convolutions with stride 1 and no zeros around the images: what the compiler leaves of the others once it knows that. They are in
 * the script that every page fetches; those with a stride or zeros come with the networks.
 */

export function convForwardScratch(height: usize, width: usize, channels: usize, kernel: usize, outputs: usize): usize {
  return forwardScratch(height, width, channels, kernel, outputs, 1, 0);
}

export function convForward(
  x: usize,
  w: usize,
  y: usize,
  count: usize,
  height: usize,
  width: usize,
  channels: usize,
  kernel: usize,
  outputs: usize,
  bias: usize,
  scratch: usize,
): void {
  forward(x, w, y, count, height, width, channels, kernel, outputs, bias, 0, 1, 0, scratch);
}

export function convInputGradScratch(
  height: usize,
  width: usize,
  channels: usize,
  kernel: usize,
  outputs: usize,
): usize {
  return inputGradScratch(height, width, channels, kernel, outputs, 1, 0);
}

export function convInputGrad(
  w: usize,
  dy: usize,
  dx: usize,
  count: usize,
  height: usize,
  width: usize,
  channels: usize,
  kernel: usize,
  outputs: usize,
  bias: usize,
  scratch: usize,
): void {
  inputGrad(w, dy, dx, count, height, width, channels, kernel, outputs, bias, 1, 0, scratch);
}

export function convWeightGradScratch(
  height: usize,
  width: usize,
  channels: usize,
  kernel: usize,
  outputs: usize,
): usize {
  return weightGradScratch(height, width, channels, kernel, outputs, 1, 0);
}

export function convWeightGrad(
  x: usize,
  dy: usize,
  dw: usize,
  count: usize,
  height: usize,
  width: usize,
  channels: usize,
  kernel: usize,
  outputs: usize,
  bias: usize,
  scratch: usize,
): void {
  weightGrad(x, dy, dw, count, height, width, channels, kernel, outputs, bias, 1, 0, scratch);
}

export function convInputFactorScratch(height: usize, width: usize, channels: usize): usize {
  return factorScratch(height, width, channels, 0);
}

export function convInputFactor(
  x: usize,
  to: usize,
  count: usize,
  height: usize,
  width: usize,
  channels: usize,
  kernel: usize,
  bias: usize,
  scratch: usize,
): void {
  factor(x, to, count, height, width, channels, kernel, bias, 1, 0, scratch);
}
