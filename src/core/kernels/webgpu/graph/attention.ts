import type { Tensor, Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import type { AttentionPass, AttentionShape } from "../../operands/attention";
import type { GpuHeap } from "../heap";
import { runList } from "../lists";

/*
 * What happens within the heads of attention, each pass one launch: a workgroup owns one head of one sequence, and goes through its
 * products with a barrier after each.
 */

const THREADS = 64;

/** So far below any score that its softmax is exactly 0. */
const NEVER = "-1e9";

/** Gradients or tangents of q, k and v. */
interface AttentionGrads {
  dq: Tensor2D;
  dk: Tensor2D;
  dv: Tensor2D;
}

/** WGSL of a loop over pairs of a row and a column of a matrix of so many, divided among the threads. */
const eachPair = (row: string, rows: string, column: string, columns: string, visit: string) => `
  for (var t = thread; t < ${rows}(s) * ${columns}(s); t += ${THREADS}u) {
    let ${row} = t / ${columns}(s);
    let ${column} = t % ${columns}(s);
    ${visit}
  }`;

/** WGSL of a sum over `index`, as `name`. */
const sumOf = (name: string, index: string, count: string, term: string) => `
    var ${name} = 0.0;
    for (var ${index} = 0u; ${index} < ${count}(s); ${index}++) { ${name} += ${term}; }`;

/** Places of value c of a query's row, of a key's row, and of a pair's weight. */
const ofQuery = (query: string, c: string) => `(sequence * queries(s) + ${query}) * width(s) + column + ${c}`;
const ofKey = (key: string, c: string) => `(sequence * keys(s) + ${key}) * width(s) + column + ${c}`;
const ofPair = (query: string, key: string) => `(group * queries(s) + ${query}) * keys(s) + ${key}`;

function overHeads(
  gpu: GpuHeap,
  { name, stages }: { name: string; stages: readonly string[] },
  outputs: Readonly<Record<string, Tensor>>,
  inputs: Readonly<Record<string, Tensor>>,
  shape: AttentionShape,
  rows: Tensor2D,
): void {
  const { heads, queries, keys } = shape;
  const width = rows.shape[1];
  const share = width / heads;
  const code = () => `fn segment(s: Segment, group: u32, thread: u32) {
  let sequence = group / heads(s);
  let column = group % heads(s) * share(s);
  ${stages.join("\n  storageBarrier();\n")}
}`;
  const sizes = { heads, queries, keys, width, share };
  const workgroups = (rows.shape[0] / queries) * heads;
  runList(gpu, { key: name, threads: THREADS, code }, [{ outputs, inputs, sizes, workgroups }], {
    rate: 1 / Math.sqrt(share),
    padding: shape.padding,
  });
}

/** `attend` (kernels/graph/attention.ts). */
export function attendOnGpu(
  gpu: GpuHeap,
  { q, k, v }: Omit<AttentionPass, "weights">,
  tokens: Tensor2D,
  shape: AttentionShape,
): { weights: Tensor3D; context: Tensor2D } {
  const { heads, queries, keys, causal } = shape;
  const weights = gpu.make<Tensor3D>([(q.shape[0] / queries) * heads, queries, keys]);
  const context = gpu.make<Tensor2D>(q.shape);
  const scores = eachPair(
    "query",
    "queries",
    "key",
    "keys",
    `${sumOf("score", "c", "share", `q(s, ${ofQuery("query", "c")}) * k(s, ${ofKey("key", "c")})`)}
    var mask = 0.0;
    if (tokens(s, sequence * keys(s) + key) == numbers.padding) { mask += ${NEVER}; }
    ${causal ? `if (key > query) { mask += ${NEVER}; }` : ""}
    set_weights(s, ${ofPair("query", "key")}, score * numbers.rate + mask);`,
  );
  const softmax = `
  for (var query = thread; query < queries(s); query += ${THREADS}u) {
    let start = ${ofPair("query", "0u")};
    var largest = weights(s, start);
    for (var key = 1u; key < keys(s); key++) { largest = max(largest, weights(s, start + key)); }
    ${sumOf("total", "key", "keys", "exp(weights(s, start + key) - largest)")}
    for (var key = 0u; key < keys(s); key++) {
      set_weights(s, start + key, exp(weights(s, start + key) - largest) / total);
    }
  }`;
  const weighed = eachPair(
    "query",
    "queries",
    "c",
    "share",
    `${sumOf("sum", "key", "keys", `weights(s, ${ofPair("query", "key")}) * v(s, ${ofKey("key", "c")})`)}
    set_context(s, ${ofQuery("query", "c")}, sum);`,
  );
  const program = { name: `attend ${causal}`, stages: [scores, softmax, weighed] };
  overHeads(gpu, program, { weights, context }, { q, k, v, tokens }, shape, q);
  return { weights, context };
}

/** What a change of the weights before their softmax makes of them, and its adjoint, in place: a∘(ẋ − Σ a∘ẋ). */
const THROUGH_SOFTMAX = `
  for (var query = thread; query < queries(s); query += ${THREADS}u) {
    let start = ${ofPair("query", "0u")};
    ${sumOf("sum", "key", "keys", "weights(s, start + key) * change(s, start + key)")}
    for (var key = 0u; key < keys(s); key++) {
      set_change(s, start + key, weights(s, start + key) * (change(s, start + key) - sum));
    }
  }`;

/** `attendBackward`. */
export function attendBackwardOnGpu(
  gpu: GpuHeap,
  { q, k, v, weights }: AttentionPass,
  contextGrad: Tensor2D,
  shape: AttentionShape,
): AttentionGrads {
  const made = gpu.makeList<Tensor>([q.shape, k.shape, v.shape, weights.shape]);
  const [dq, dk, dv, change] = made as [Tensor2D, Tensor2D, Tensor2D, Tensor3D];
  const ofWeights = eachPair(
    "query",
    "queries",
    "key",
    "keys",
    `${sumOf("sum", "c", "share", `dc(s, ${ofQuery("query", "c")}) * v(s, ${ofKey("key", "c")})`)}
    set_change(s, ${ofPair("query", "key")}, sum);`,
  );
  const ofQueries = eachPair(
    "query",
    "queries",
    "c",
    "share",
    `${sumOf("sum", "key", "keys", `change(s, ${ofPair("query", "key")}) * k(s, ${ofKey("key", "c")})`)}
    set_dq(s, ${ofQuery("query", "c")}, sum * numbers.rate);`,
  );
  const ofKeys = eachPair(
    "key",
    "keys",
    "c",
    "share",
    `${sumOf("sum", "query", "queries", `change(s, ${ofPair("query", "key")}) * q(s, ${ofQuery("query", "c")})`)}
    ${sumOf("ofValue", "query", "queries", `weights(s, ${ofPair("query", "key")}) * dc(s, ${ofQuery("query", "c")})`)}
    set_dk(s, ${ofKey("key", "c")}, sum * numbers.rate);
    set_dv(s, ${ofKey("key", "c")}, ofValue);`,
  );
  const program = { name: "attendBackward", stages: [ofWeights, THROUGH_SOFTMAX, ofQueries + ofKeys] };
  overHeads(gpu, program, { dq, dk, dv, change }, { q, k, v, weights, dc: contextGrad }, shape, q);
  change.dispose();
  return { dq, dk, dv };
}

/** `attendTangent`. */
export function attendTangentOnGpu(
  gpu: GpuHeap,
  { q, k, v, weights }: AttentionPass,
  { dq, dk, dv }: AttentionGrads,
  shape: AttentionShape,
): Tensor2D {
  const [tangent, change] = gpu.makeList<Tensor>([q.shape, weights.shape]) as [Tensor2D, Tensor3D];
  const ofScores = eachPair(
    "query",
    "queries",
    "key",
    "keys",
    `${sumOf("sum", "c", "share", `dq(s, ${ofQuery("query", "c")}) * k(s, ${ofKey("key", "c")}) + q(s, ${ofQuery("query", "c")}) * dk(s, ${ofKey("key", "c")})`)}
    set_change(s, ${ofPair("query", "key")}, sum * numbers.rate);`,
  );
  const ofContext = eachPair(
    "query",
    "queries",
    "c",
    "share",
    `${sumOf("sum", "key", "keys", `change(s, ${ofPair("query", "key")}) * v(s, ${ofKey("key", "c")}) + weights(s, ${ofPair("query", "key")}) * dv(s, ${ofKey("key", "c")})`)}
    set_to(s, ${ofQuery("query", "c")}, sum);`,
  );
  const program = { name: "attendTangent", stages: [ofScores, THROUGH_SOFTMAX, ofContext] };
  overHeads(gpu, program, { to: tangent, change }, { q, k, v, weights, dq, dk, dv }, shape, q);
  change.dispose();
  return tangent;
}
