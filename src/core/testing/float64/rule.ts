import type { GivenProblem } from "../../../config/experiment/experiment";
import type { Hyperparams } from "../../../config/tables/hyperparams";
import type { Measured, Problem64 } from "./problem";
import type { Rows } from "./rows";

/** One step of a method, with its memory in a closure: from θ and what was measured on B to the next θ and η. */
type Step = (step: number, params: Rows[], onBatch: Measured) => { params: Rows[]; learningRate?: number };

export type Rule = (problem: Problem64, given: GivenProblem, hyperparams: Hyperparams) => Step;
