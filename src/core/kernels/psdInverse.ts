import { kernelModule } from "./wasm/module";

/** The inverse of a matrix, or its first pivot that is not a positive number. */
type PsdInverse = { inverse: Float64Array } | { pivotIndex: number; pivot: number };

/** Inverse of matrix + shift·I, [n, n]; for whatever backend, since it works in float64 on the host. */
type Invert = (matrix: Float64Array | Float32Array, n: number, shift: number) => PsdInverse;

const PAGE = 65536;

let invert: Invert | null | undefined;

/** (M + shift·I)⁻¹ to the bits of `psdInverse` (core/linalg/psd.ts); null where WebAssembly has no SIMD. */
export function fusedPsdInverse(): Invert | null {
  if (invert === undefined) {
    const module = kernelModule();
    invert = module && openInverse(module);
  }
  return invert;
}

/** A memory of its own, which grows to what the largest matrix takes. */
function openInverse(module: WebAssembly.Module): Invert {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const kernel = exports.psdInverse as (matrix: number, n: number, shift: number, scratch: number) => number;
  return (matrix, n, shift) => {
    const size = 4 * Math.ceil(n / 4);
    const scratch = 8 * n * n;
    const missing = scratch + 128 + 16 * size * size - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    const values = new Float64Array(memory.buffer, 0, n * n);
    values.set(matrix);
    const pivotIndex = kernel(0, n, shift, scratch);
    if (pivotIndex < 0) return { inverse: values.slice() };
    return { pivotIndex, pivot: new Float64Array(memory.buffer, scratch, 1)[0] as number };
  };
}
