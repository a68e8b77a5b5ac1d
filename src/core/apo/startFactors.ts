import type { LayerShape } from "../../config/formulas/preconditionerState";
import { factorsOf } from "../kernels/factors/factorList";
import { listFromHost } from "../kernels/joined";
import type { SomeFactors } from "../kernels/operands/preconditioner";

/** A = I, B = I and S of one value: of each layer those that it learns, side by side on a device where that is of use. */
export function startFactors(layers: readonly LayerShape[], scale: number): SomeFactors[] {
  const learned = layers.map(({ factors = "AB" }) => ({ A: factors.includes("A"), B: factors.includes("B") }));
  const starts = layers.flatMap(({ shape: [outputs, inputs] }, i) => [
    ...(learned[i]?.A ? [identity(inputs)] : []),
    ...(learned[i]?.B ? [identity(outputs)] : []),
    { shape: [outputs, inputs] as const, values: new Float32Array(outputs * inputs).fill(scale) },
  ]);
  const list = listFromHost(
    starts.map(({ values }) => values),
    starts.map(({ shape }) => shape),
  );
  return factorsOf(list, learned);
}

function identity(side: number) {
  const values = new Float32Array(side * side);
  for (let i = 0; i < side; i++) values[i * (side + 1)] = 1;
  return { shape: [side, side] as const, values };
}
