import type { Scalar, Tensor2D } from "@tensorflow/tfjs-core";
import type { Factors, PreconditionedGrad, Reusable, Reused, ScaleParameterization } from "../operands/preconditioner";
import type { GpuHeap } from "./heap";
import { runList } from "./lists";
import { applyByProducts, gradByProducts, isLargeLayer, squared } from "./preconditionerProducts";
import { multiplyAll } from "./products";
import { addUp, sumOnGpu } from "./reduce";

/*
 * For P·G = B (S²∘(Bᵀ (G A))) Aᵀ all but the last product is local to a column of its result: a workgroup that owns some columns
 * goes through the chain for them in one launch, with a barrier after each product. The last product is a second launch. All
 * layers share both. Of large layers each product is a launch of its own (preconditionerProducts.ts).
 */

const THREADS = 256;

/** Columns of a workgroup. */
const WIDTH = 8;

/** WGSL that calls `each` for every row and own column, with their place as `row`, `column` and `at` (of [outputs, inputs]). */
const forOwn = (each: string) => `for (var t = thread; t < outputs(s) * ${WIDTH}u; t += ${THREADS}u) {
    let row = t / ${WIDTH}u;
    let column = group * ${WIDTH}u + t % ${WIDTH}u;
    if (column >= inputs(s)) { continue; }
    let at = row * inputs(s) + column;
    ${each}
  }`;

/** WGSL of Σ over `k` below `count`. */
const sumOf = (name: string, count: string, term: string) =>
  `var ${name} = 0.0; for (var k = 0u; k < ${count}(s); k++) { ${name} += ${term}; }`;

const chain = (...stages: string[]) => `fn segment(s: Segment, group: u32, thread: u32) {
  ${stages.map(forOwn).join("\n  storageBarrier();\n  ")}
}`;

const segmentSizes = ({ shape: [outputs, inputs] }: Tensor2D) => ({
  sizes: { outputs, inputs },
  workgroups: Math.ceil(inputs / WIDTH),
});

/** `applyPreconditioners` (kernels/preconditioner.ts) in two launches, or in five where a layer is large. */
export function applyAllOnGpu(
  gpu: GpuHeap,
  grads: readonly Tensor2D[],
  factors: readonly Factors[],
  scale: ScaleParameterization,
): PreconditionedGrad[] {
  if (grads.some(isLargeLayer)) return applyByProducts(gpu, grads, factors, scale);
  const results = gpu.makeList<Tensor2D>(grads.map(({ shape }) => shape));
  const work = gpu.makeList<Tensor2D>(grads.flatMap(({ shape }) => [shape, shape, shape, shape, shape]));
  const layers = grads.map((G, i) => {
    const [GA, U, S2, V, BV] = work.slice(5 * i) as [Tensor2D, Tensor2D, Tensor2D, Tensor2D, Tensor2D];
    return { G, factors: factors[i] as Factors, D: results[i] as Tensor2D, GA, U, V, S2, BV };
  });
  const code = () =>
    chain(
      `${sumOf("sum", "inputs", "G(s, row * inputs(s) + k) * A(s, k * inputs(s) + column)")} set_GA(s, at, sum);`,
      `${sumOf("sum", "outputs", "B(s, k * outputs(s) + row) * GA(s, k * inputs(s) + column)")}
    let value = S(s, at);
    let square = ${squared(scale, "value")};
    set_U(s, at, sum); set_S2(s, at, square); set_V(s, at, square * sum);`,
      `${sumOf("sum", "outputs", "B(s, row * outputs(s) + k) * V(s, k * inputs(s) + column)")} set_BV(s, at, sum);`,
    );
  const segments = layers.map(({ G, factors, GA, U, S2, V, BV }) => ({
    outputs: { GA, U, S2, V, BV },
    inputs: { G, ...factors },
    ...segmentSizes(G),
  }));
  runList(gpu, { key: `applyPreconditioner ${scale}`, threads: THREADS, code }, segments);
  multiplyAll(
    gpu,
    1,
    layers.map(({ D, BV, factors: { A } }) => ({ to: D, terms: [[BV, { transposed: A }]] })),
  );
  return layers.map(({ D, GA, U, V, S2 }) => ({ D, reuse: { GA, U, V, S2 } }));
}

/** `preconditionerGrads` in two launches, or in five where a layer is large. */
export function gradAllOnGpu(
  gpu: GpuHeap,
  grads: readonly Tensor2D[],
  outer: readonly Tensor2D[],
  factors: readonly Factors[],
  applied: readonly Reusable[],
  scale: ScaleParameterization,
): Factors[] {
  if (grads.some(isLargeLayer)) return gradByProducts(gpu, grads, outer, factors, applied, scale);
  const made = gpu.makeList<Tensor2D>(factors.flatMap(({ A, B, S }) => [A.shape, B.shape, S.shape]));
  const work = gpu.makeList<Tensor2D>(grads.flatMap(({ shape }) => [shape, shape, shape, shape]));
  const layers = grads.map((G, i) => {
    const [RA, W, BV, BW] = work.slice(4 * i) as [Tensor2D, Tensor2D, Tensor2D, Tensor2D];
    const [A, B, S] = made.slice(3 * i) as [Tensor2D, Tensor2D, Tensor2D];
    const R = outer[i] as Tensor2D;
    return {
      G,
      R,
      factors: factors[i] as Factors,
      applied: applied[i]?.reuse as Reused,
      grad: { A, B, S },
      RA,
      W,
      BV,
      BW,
    };
  });
  // W = S²∘(Bᵀ R A); d S²/dS = 2S, d S²/d log S = 2S²
  const slope = scale === "exp" ? "square" : "S(s, at)";
  const code = () =>
    chain(
      `${sumOf("sum", "inputs", "R(s, row * inputs(s) + k) * A(s, k * inputs(s) + column)")} set_RA(s, at, sum);`,
      `${sumOf("sum", "outputs", "B(s, k * outputs(s) + row) * RA(s, k * inputs(s) + column)")}
    let square = S2(s, at);
    set_W(s, at, square * sum); set_dS(s, at, -2.0 * ${slope} * (U(s, at) * sum));`,
      `var a = 0.0; var b = 0.0;
    for (var k = 0u; k < outputs(s); k++) {
      let factor = B(s, row * outputs(s) + k);
      a += factor * V(s, k * inputs(s) + column);
      b += factor * W(s, k * inputs(s) + column);
    }
    set_BV(s, at, a); set_BW(s, at, b);`,
    );
  const segments = layers.map(({ R, factors: { A, B, S }, applied: { U, V, S2 }, grad, RA, W, BV, BW }) => ({
    outputs: { RA, W, BV, BW, dS: grad.S },
    inputs: { R, A, B, S, U, V, S2 },
    ...segmentSizes(R),
  }));
  runList(gpu, { key: `preconditionerGrad ${scale}`, threads: THREADS, code }, segments);
  multiplyAll(
    gpu,
    -1,
    layers.flatMap(({ G, R, applied: { GA, V }, grad, RA, W, BV, BW }) => [
      { to: grad.A, terms: [[{ transposed: R }, BV] as const, [{ transposed: G }, BW] as const] },
      { to: grad.B, terms: [[RA, { transposed: V }] as const, [GA, { transposed: W }] as const] },
    ]),
  );
  return layers.map(({ grad }) => grad);
}

/** `totalTrace`: a workgroup for each layer, and a sum of theirs. */
export function traceAllOnGpu(gpu: GpuHeap, factors: readonly Factors[], scale: ScaleParameterization): Scalar {
  const traces = gpu.make<Tensor2D>([1, factors.length]);
  const work = gpu.makeList<Tensor2D>(
    factors.flatMap(({ S: { shape } }) => [
      [1, shape[0]],
      [1, shape[1]],
    ]),
  );
  const code = () => `var<workgroup> total: array<f32, ${THREADS}>;
fn segment(s: Segment, group: u32, thread: u32) {
  for (var i = thread; i < inputs(s); i += ${THREADS}u) {
    ${sumOf("sum", "inputs", "A(s, k * inputs(s) + i) * A(s, k * inputs(s) + i)")} set_ofA(s, i, sum);
  }
  for (var o = thread; o < outputs(s); o += ${THREADS}u) {
    ${sumOf("sum", "outputs", "B(s, k * outputs(s) + o) * B(s, k * outputs(s) + o)")} set_ofB(s, o, sum);
  }
  storageBarrier();
  var sum = 0.0;
  for (var at = thread; at < outputs(s) * inputs(s); at += ${THREADS}u) {
    let value = S(s, at);
    sum += ${squared(scale, "value")} * ofA(s, at % inputs(s)) * ofB(s, at / inputs(s));
  }
  ${addUp(THREADS)}
  if (thread == 0u) { set_trace(s, 0u, total[0]); }
}`;
  const segments = factors.map(({ A, B, S }, i) => ({
    outputs: { ofB: work[2 * i] as Tensor2D, ofA: work[2 * i + 1] as Tensor2D, trace: { tensor: traces, from: i } },
    inputs: { A, B, S },
    sizes: { outputs: S.shape[0], inputs: S.shape[1] },
    workgroups: 1,
  }));
  runList(gpu, { key: `preconditionerTrace ${scale}`, threads: THREADS, code }, segments);
  const terms = "if (index < size(s)) { sum = x(s, index); }";
  return sumOnGpu(gpu, { key: "sum", terms }, { x: traces }, { size: traces.size }, traces.size);
}
