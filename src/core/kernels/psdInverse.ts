import { bindWasmKernels } from "./wasm/kernels";
import { kernelModule } from "./wasm/module";

/** The inverse of a matrix, or its first pivot that is not a positive number. */
type PsdInverse = { inverse: Float64Array } | { pivotIndex: number; pivot: number };

/** Inverse of matrix + shift·I, [n, n]; for whatever backend, since it works in float64 on the host. */
type Invert = (matrix: Float64Array | Float32Array, n: number, shift: number) => PsdInverse;

const PAGE = 65536;

let invert: Invert | null | undefined;

/** (M + shift·I)⁻¹ to the bits of `psdInverse` (core/linalg/psd.ts); null where WebAssembly has no SIMD or may not run. */
export function fusedPsdInverse(): Invert | null {
  if (invert === undefined) {
    const module = kernelModule();
    invert = module && openInverse(module);
  }
  return invert;
}

/** A memory of its own, which grows to what the largest matrix takes: the matrix, then the kernel's scratch space. */
function openInverse(module: WebAssembly.Module): Invert {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const growTo = (bytes: number) => {
    const missing = bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  };
  let matrixBytes = 0;
  const kernels = bindWasmKernels(new WebAssembly.Instance(module, { env: { memory } }), (bytes) => {
    growTo(matrixBytes + bytes);
    return matrixBytes;
  });
  return (matrix, n, shift) => {
    matrixBytes = 8 * n * n;
    growTo(matrixBytes);
    new Float64Array(memory.buffer, 0, n * n).set(matrix);
    const pivotIndex = kernels.psdInverse({ matrix: 0, n, shift });
    // only now: growing the memory leaves every view of it empty
    if (pivotIndex < 0) return { inverse: new Float64Array(memory.buffer, 0, n * n).slice() };
    return { pivotIndex, pivot: new Float64Array(memory.buffer, matrixBytes, 1)[0] as number };
  };
}
