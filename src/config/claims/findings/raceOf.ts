import type { ExperimentInput } from "../../experiment/experiment";
import { hyperparamDefaults } from "../../tables/hyperparamRange";
import type { Hyperparams } from "../../tables/hyperparams";
import { OPTIMIZERS, type OptimizerId } from "../../tables/optimizers";
import { HELD_OUT_SEEDS } from "../rules";
import { STUDIES, type StudyId } from "../studies";
import type { Finding } from "./finding";

type Racer = NonNullable<ExperimentInput["optimizers"]>[number];

/** The methods that claim 7 places beside each other. */
const FAMILY: readonly OptimizerId[] = [
  "proximal-point",
  "apo-p",
  "gradient-descent",
  "natural-gradient",
  "hessian-free",
];

/** The race that a finding tells of, on the first of its seeds and with every setting written out; null where none is chosen yet. */
export function raceOf(finding: Finding): ExperimentInput | null {
  switch (finding.kind) {
    case "comparison":
      return raceOn(
        finding.study,
        finding.entrants.flatMap(({ optimizer, settings }) => (settings ? racer(optimizer, settings) : [])),
      );
    case "response": {
      const { optimizer, settings, price, values, steps } = finding;
      const race = raceOn(
        finding.study,
        values.map((value) => racer(optimizer, { ...settings, [price]: value })),
      );
      return race && { ...race, steps };
    }
    case "bill":
      return raceOn(
        finding.study,
        [...new Set(finding.methods.map(({ optimizer }) => optimizer))].map((id) => ({ id })),
      );
    case "proof":
      return { version: 1, task: "linear", seed: HELD_OUT_SEEDS[0], optimizers: FAMILY.map((id) => ({ id })) };
  }
}

function raceOn(study: StudyId, optimizers: Racer[]): ExperimentInput | null {
  if (optimizers.length === 0) return null;
  const { task, taskOptions, batchSize, steps } = STUDIES[study];
  return { version: 1, task, taskOptions, batchSize, steps, seed: HELD_OUT_SEEDS[0], optimizers };
}

/** A run with every setting that its method reads, so that the race is the record's whatever the app's defaults are. */
function racer(id: OptimizerId, settings: Partial<Hyperparams>): Racer {
  const all = { ...hyperparamDefaults(id), ...settings };
  return { id, hyperparams: Object.fromEntries(OPTIMIZERS[id].hyperparams.map((name) => [name, all[name]])) };
}
