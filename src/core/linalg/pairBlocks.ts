/** Symmetric 2×2 blocks [[a, b], [b, c]], end to end as (a, b, c) each. */
type Blocks = ArrayLike<number>;

/** λ and the unit vector (x, y) of the larger eigenvalue, and the smaller one; semi-definite blocks: below 0 lies only rounding. */
function eigenOf(a: number, b: number, c: number) {
  const radius = Math.hypot((a - c) / 2, b);
  const middle = (a + c) / 2;
  const angle = 0.5 * Math.atan2(2 * b, a - c);
  return {
    larger: Math.max(0, middle + radius),
    smaller: Math.max(0, middle - radius),
    x: Math.cos(angle),
    y: Math.sin(angle),
  };
}

/** (block + shift·I)⁻¹ of each semi-definite block, as blocks; `shift` above 0. */
export function shiftedBlockInverses(blocks: Blocks, shift: number): Float64Array {
  const inverses = new Float64Array(blocks.length);
  for (let at = 0; at < blocks.length; at += 3) {
    const [a, b, c] = [blocks[at], blocks[at + 1], blocks[at + 2]] as [number, number, number];
    const { larger, smaller, x, y } = eigenOf(a, b, c);
    const [first, second] = [1 / (larger + shift), 1 / (smaller + shift)];
    inverses[at] = first * x * x + second * y * y;
    inverses[at + 1] = (first - second) * x * y;
    inverses[at + 2] = first * y * y + second * x * x;
  }
  return inverses;
}

/** Both eigenvalues of each semi-definite block, block by block. */
export function blockEigenvalues(blocks: Blocks): Float64Array {
  const values = new Float64Array((2 * blocks.length) / 3);
  for (let at = 0; at < blocks.length; at += 3) {
    const { larger, smaller } = eigenOf(blocks[at] as number, blocks[at + 1] as number, blocks[at + 2] as number);
    values[(2 * at) / 3] = larger;
    values[(2 * at) / 3 + 1] = smaller;
  }
  return values;
}
