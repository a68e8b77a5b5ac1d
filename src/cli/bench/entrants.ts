import type { BenchCase } from "./cases";
import type { Entrant } from "./contestants/contestant";

const OURS = ["sgd", "sgdm", "adam", "kfac", "apo-lr", "apo-p K=1", "apo-p K=10"];

/** Who takes part in a case on the CPU. By hand and brain.js there are only networks of dense layers, by hand only SGD. */
export function cpuEntrants({ network }: BenchCase): Entrant[] {
  const dense: Entrant[] = [
    { library: "typed arrays", method: "sgd" },
    { library: "brain.js", method: "online" },
  ];
  return [
    ...ours(OURS),
    ...["sgd", "sgdm", "adam"].map((method): Entrant => ({ library: "tfjs", method })),
    ...["sgd", "sgdm"].flatMap((method): Entrant[] => [
      { library: "jax-js", method },
      { library: "convnetjs", method },
    ]),
    ...(network === "lenet" ? [] : dense),
  ];
}

/** Who takes part on WebGPU. */
export const gpuEntrants: readonly Entrant[] = [
  ...ours(OURS),
  ...["sgd", "sgdm", "adam"].map((method): Entrant => ({ library: "tfjs", method })),
  ...["sgd", "sgdm"].map((method): Entrant => ({ library: "jax-js", method })),
];

export function ours(methods: readonly string[]): Entrant[] {
  return methods.map((method) => ({ library: "ours", method }));
}
