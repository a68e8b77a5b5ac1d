import { expect } from "vitest";
import type { LearnedFactors } from "../../../config/formulas/preconditionerState";
import type { LossId } from "../../../config/tables/losses";
import type { FileTensor } from "./graphCases";

/** A case of the file, in its words. */
export interface NodeCase {
  name: string;
  node: never;
  inputs: FileTensor[];
  pick?: number[];
  keyMask?: FileTensor;
  params: FileTensor[];
  output: FileTensor;
  outputGradient: FileTensor;
  inputGradients: FileTensor[];
  paramGradients: FileTensor[];
  inputTangents: FileTensor[];
  paramTangents: FileTensor[];
  outputTangent: FileTensor;
  batchMean?: FileTensor;
  batchVariance?: FileTensor;
  runningBefore?: FileTensor[];
  runningAfter?: FileTensor[];
  evaluationOutput?: FileTensor;
}

/** A case of the file, in its words. */
export interface LossCase {
  loss: LossId;
  outputs: FileTensor;
  y: FileTensor;
  padding?: number;
  value: number;
  gradient: FileTensor;
  oldOutputs: FileTensor;
  fsd: number;
  fsdGradient: FileTensor;
  fsdNewOld?: number;
  fsdNewOldGradient?: FileTensor;
}

/** A case of the file, in its words. */
export interface PreconditionerCase {
  factors: LearnedFactors;
  scaleParameterization: "exp" | "raw";
  s: FileTensor;
  A?: FileTensor;
  B?: FileTensor;
  G: FileTensor;
  R: FileTensor;
  PG: FileTensor;
  ds: FileTensor;
  dA?: FileTensor;
  dB?: FileTensor;
  trace: number;
}

/** A case of the file, in its words. */
export interface KfacCase {
  name: string;
  node: never;
  input: FileTensor;
  params: FileTensor;
  outputGradient: FileTensor;
  gradient: FileTensor;
  damping: number;
  inputFactor?: FileTensor;
  outputFactor?: FileTensor;
  updatePi?: FileTensor;
  updateTikhonov?: FileTensor;
  blocks?: FileTensor;
  update?: FileTensor;
}

/** `layers.json`, made by an independent program in float64 (GIVEN-GRAPH.md). */
export interface LayersFile {
  cases: NodeCase[];
  losses: LossCase[];
  preconditioner: PreconditionerCase[];
  kfac: KfacCase[];
}

/** Largest difference, as a share of the largest value that is expected. */
export function expectClose(actual: readonly number[], expected: readonly number[], limit: number, what: string): void {
  expect(actual, what).toHaveLength(expected.length);
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const apart = expected.reduce((most, value, i) => Math.max(most, Math.abs((actual[i] as number) - value)), 0);
  expect(apart / (largest || 1), what).toBeLessThan(limit);
}
