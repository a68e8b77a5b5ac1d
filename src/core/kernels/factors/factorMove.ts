import { type Tensor2D, tidy } from "@tensorflow/tfjs-core";
import { adamNumbers } from "../adam";
import { fused } from "../fused";
import { onGpu } from "../gpuKernels";
import type { FactorMove } from "../operands/factorMove";
import type { SomeFactors } from "../operands/preconditioner";
import { requirePairs } from "../pairs";
import { applyPreconditioners, preconditionerGrads } from "../preconditioner";
import { factorsAt } from "../wasm/factorsAt";
import type { WasmHeap } from "../wasm/heap";
import type { GpuHeap } from "../webgpu/heap";
import { factorList } from "./factorList";

/** Whether `moveFactors` has a kernel on the active backend. */
export const canMoveFactors: () => boolean = fused(() => false, { wasm: () => true, webgpu: () => true });

/**
 * A step of Adam on φ: the gradients are those of `preconditionerGrads`, the step that of `adamMove`, to the same bits on wasm. φ and
 * its moments move where they lie, and gradients are made for a layer or a few at a time. Throws where there is no room
 * for the step or for `room` more numbers behind it, and then nothing has moved.
 */
export const moveFactors: (move: FactorMove) => void = fused(
  (_move: FactorMove): void => {
    throw new Error("φ moves where it lies on wasm and webgpu alone.");
  },
  { wasm: moveOnHeap, webgpu: moveOnGpu },
);

/** Numbers of a layer's factors. */
const numbersOf = ({ A, B, S }: SomeFactors): number => (A?.size ?? 0) + (B?.size ?? 0) + S.size;

/** Numbers of factors whose gradients are there at once on a GPU, where one layer has no more: each group of layers takes launches of its own. */
const GROUP = 2 ** 18;

/** Layers from one place to another whose factors have so few numbers, or one. */
function groupsOf(factors: readonly SomeFactors[]): { from: number; to: number; start: number }[] {
  const groups: { from: number; to: number; start: number; numbers: number }[] = [];
  let start = 0;
  factors.forEach((each, i) => {
    const numbers = numbersOf(each);
    const last = groups.at(-1);
    if (last && last.numbers + numbers <= GROUP) Object.assign(last, { to: i + 1, numbers: last.numbers + numbers });
    else groups.push({ from: i, to: i + 1, start, numbers });
    start += numbers;
  });
  return groups;
}

function moveOnGpu(gpu: GpuHeap, { grads, outer, factors, moments, settings, rate, scale }: FactorMove): void {
  requirePairs(grads, outer);
  for (const { from, to, start } of groupsOf(factors)) {
    const [G, R, held] = [grads.slice(from, to), outer.slice(from, to), factors.slice(from, to)];
    tidy(() => {
      const applied = applyPreconditioners(G, held, scale).map(({ D, reuse }) => {
        D.dispose();
        return { ...(reuse && { reuse }) };
      });
      const made = preconditionerGrads(G, R, held, applied, scale);
      onGpu("adamInPlaceOnGpu")(gpu, factorList(made), { ...moments, start }, settings, rate, factorList(held));
    });
  }
}

/** Bytes of the scratch space of `preconditionerGrad`, at most: four matrices and a panel of twice the longer side. */
const scratchBytes = ({ size, shape }: Tensor2D) => 16 * size + 64 * Math.max(...shape) + 4096;

function moveOnHeap(heap: WasmHeap, { grads, outer, factors, moments, settings, rate, scale, room }: FactorMove): void {
  requirePairs(grads, outer);
  requirePairs(grads, factors);
  const space = heap.make<Tensor2D>([1, Math.max(...factors.map(numbersOf))]);
  heap.requireRoom(Math.max(4 * room, ...grads.map(scratchBytes)));
  const numbers = { ...adamNumbers(settings), rate: -rate };
  let [mu, nu] = [heap.at(moments.mu), heap.at(moments.nu)];
  factors.forEach(({ A, B, S }, i) => {
    const gradA = heap.at(space);
    const gradB = gradA + 4 * (A?.size ?? 0);
    const gradS = gradB + 4 * (B?.size ?? 0);
    heap.kernels.preconditionerGrad({
      G: heap.at(grads[i] as Tensor2D),
      R: heap.at(outer[i] as Tensor2D),
      ...factorsAt(heap, factors[i] as SomeFactors, scale),
      ...{ gradA, gradB, gradS },
    });
    let grad = gradA;
    for (const factor of [A, B, S]) {
      if (!factor) continue;
      const [params, { size }] = [heap.at(factor), factor];
      heap.kernels.adam({ grad, mu, nu, muTo: mu, nuTo: nu, params, to: params, size, ...numbers });
      grad += 4 * size;
      mu += 4 * size;
      nu += 4 * size;
    }
  });
  space.dispose();
}
