import { getBackend, setBackend, type Tensor, tensor } from "@tensorflow/tfjs-core";
import "../kernels/cpu/cpuBackend";
import { stream } from "../random";

/** Values of each tensor as a copy on the host. The tensors are disposed. */
export async function readEach(tensors: readonly Tensor[]): Promise<number[][]> {
  const values = await Promise.all(tensors.map(async (t) => Array.from(await t.data())));
  for (const t of tensors) t.dispose();
  return values;
}

/** Values of a tensor, or of several one after another, as a copy on the host. The tensors are disposed. */
export async function read(tensors: Tensor | readonly Tensor[]): Promise<number[]> {
  return (await readEach(Array.isArray(tensors) ? (tensors as readonly Tensor[]) : [tensors as Tensor])).flat();
}

/** Runs an oracle on tfjs's CPU backend, whatever backend is under test. */
export async function onCpu<T>(run: () => Promise<T>): Promise<T> {
  const underTest = getBackend();
  if (!(await setBackend("cpu"))) throw new Error("tfjs does not start its cpu backend.");
  try {
    return await run();
  } finally {
    await setBackend(underTest);
  }
}

/** ‖actual − expected‖ / ‖expected‖; infinite where the lengths differ or a value is not finite. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length || expected.length === 0) return Number.POSITIVE_INFINITY;
  let error = 0;
  let size = 0;
  for (let i = 0; i < expected.length; i++) {
    error += ((actual[i] as number) - (expected[i] as number)) ** 2;
    size += (expected[i] as number) ** 2;
  }
  const relative = Math.sqrt(error / size);
  return Number.isFinite(relative) ? relative : Number.POSITIVE_INFINITY;
}

/** ⟨a, b⟩ in float64. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`Vectors of ${a.length} and ${b.length} values have no inner product.`);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** (f(h) − f(−h)) / 2h, value by value; float32 outputs leave an error of about 1e-4 at the default h. */
export async function centralDifference(f: (shift: number) => Tensor, h = 1e-2): Promise<number[]> {
  const [ahead, behind] = [await read(f(h)), await read(f(-h))];
  return ahead.map((value, i) => (value - (behind[i] as number)) / (2 * h));
}

/** N(0, scale²) values, the same for the same name on every backend. */
export function normalTensor<T extends Tensor>(name: string, shape: readonly number[], scale = 1): T {
  const size = shape.reduce((product, n) => product * n, 1);
  return tensor(
    stream(11, name)
      .normals(size)
      .map((value) => scale * value),
    [...shape],
  ) as T;
}
