/** Values of a tensor inside an array: where its first lies, and from one to the next along each axis. */
export interface Layout {
  values: Float32Array;
  at: number;
  strides: readonly number[];
}

/** Values from one to the next along each axis of a whole tensor. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  for (let axis = shape.length - 1, step = 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= shape[axis] as number;
  }
  return strides;
}

/**
 * Axes of a walk through several tensors at once, with neighbouring ones made one wherever each of them lies as one does: of two equal
 * shapes one axis is left. `strides`: of each tensor, an axis each; at least one axis comes back.
 */
export function mergedAxes(
  shape: readonly number[],
  strides: readonly (readonly number[])[],
): { shape: number[]; strides: number[][] } {
  const merged = { shape: [] as number[], strides: strides.map(() => [] as number[]) };
  shape.forEach((length, axis) => {
    if (length === 1) return;
    const last = merged.shape.length - 1;
    const isOne =
      last >= 0 && strides.every((each, t) => merged.strides[t]?.[last] === (each[axis] as number) * length);
    const at = isOne ? last : last + 1;
    merged.shape[at] = isOne ? (merged.shape[last] as number) * length : length;
    strides.forEach((each, t) => {
      (merged.strides[t] as number[])[at] = each[axis] as number;
    });
  });
  if (merged.shape.length > 0) return merged;
  return { shape: [1], strides: strides.map(() => [0]) };
}

/** Copies a block of values from one layout to another. */
export function copyBlock(shape: readonly number[], from: Layout, to: Layout): void {
  const axes = mergedAxes(shape, [from.strides, to.strides]);
  const [steps, targets] = axes.strides as [number[], number[]];
  const last = axes.shape.length - 1;
  const copy = (axis: number, at: number, target: number) => {
    const [length, step, targetStep] = [axes.shape[axis] as number, steps[axis] as number, targets[axis] as number];
    if (axis === last) copyLine(from.values, at, step, to.values, target, targetStep, length);
    else for (let i = 0; i < length; i++) copy(axis + 1, at + i * step, target + i * targetStep);
  };
  copy(0, from.at, to.at);
}

function copyLine(
  from: Float32Array,
  at: number,
  step: number,
  to: Float32Array,
  target: number,
  targetStep: number,
  length: number,
): void {
  let [source, goal] = [at, target];
  for (let i = 0; i < length; i++) {
    to[goal] = from[source] as number;
    source += step;
    goal += targetStep;
  }
}
