import { TRACE_COLUMNS } from "../../config/experiment/trace";
import { packNumbers } from "../../config/recording/packed";
import {
  FIRST_COLUMNS,
  type FirstRun,
  type PackedLayer,
  type RestColumn,
  type RestRun,
} from "../../config/recording/recordingFile";
import type { LayerSpectrum } from "../../config/tables/metrics";
import type { TaskPicture } from "../../config/tables/taskPicture";
import type { Recorded } from "../trace/traceDocument";
import type { RunSights } from "./recorder";
import { thinSpectrum } from "./thinSpectrum";

/** Units of what is packed: numbers of columns to 1e-4 of their size, eigenvalues to 5e-4, shares to 5e-7. */
const COLUMN_UNIT = 2e-4;
const EIGENVALUE_UNIT = 1e-3;
const WEIGHT_UNIT = 1e-6;
/** Of the range of what is predicted; a probability has steps of 1/64, and a class is whole. */
const PREDICTION_SHARE = 1 / 1000;
const PROBABILITY_UNIT = 1 / 64;

type TraceRun = Recorded["runs"][number];

/** A run as the first file holds it. */
export function packFirst({ run, optimizer, status, message, columns }: TraceRun, name: string): FirstRun {
  return {
    run,
    optimizer,
    name,
    status: status === "diverged" ? "diverged" : "finished",
    ...(message === undefined ? {} : { message }),
    columns: Object.fromEntries(
      FIRST_COLUMNS.map((name) => [name, packNumbers(columns[name], "log", COLUMN_UNIT)]),
    ) as FirstRun["columns"],
  };
}

const COUNTS: readonly string[] = ["gradientEvaluations", "forwardPasses", "backwardPasses"];
const ELSEWHERE: readonly string[] = [...FIRST_COLUMNS, "step", "seconds"];

/** A run as the second file holds it. */
export function packRest({ run, columns, evaluations }: TraceRun, sights: RunSights, picture: TaskPicture): RestRun {
  const names = TRACE_COLUMNS.filter((name): name is RestColumn => !ELSEWHERE.includes(name));
  const filled = names.filter((name) => columns[name].some((value) => value !== null));
  const { spectra, predictions, layers, cost } = sights;
  const values = predictions.flatMap((one) => [...one.values]);
  return {
    run,
    columns: Object.fromEntries(filled.map((name) => [name, packColumn(name, columns[name])])),
    seconds: Number((columns.seconds.at(-1) ?? 0).toPrecision(3)),
    evaluations: {
      step: evaluations.step,
      trainLoss: packNumbers(evaluations.trainLoss, "log", COLUMN_UNIT),
      testLoss: packNumbers(evaluations.testLoss, "log", COLUMN_UNIT),
      testMetric: packNumbers(evaluations.testMetric, "log", COLUMN_UNIT),
    },
    layers,
    cost: { ...cost, msPerStep: Number(cost.msPerStep.toPrecision(3)) },
    spectra: {
      step: spectra.map(({ step }) => step),
      layers: layers.map((_, index) => packLayer(spectra.flatMap((one) => one.layers[index] ?? []))),
    },
    predictions: {
      step: predictions.map(({ step }) => step),
      values: packNumbers(values, "linear", predictionUnit(picture, values)),
    },
  };
}

function packColumn(name: RestColumn, values: readonly (number | null)[]) {
  if (COUNTS.includes(name)) return packNumbers(values, "linear", 1);
  return packNumbers(values, name === "proximalCosine" ? "linear" : "log", COLUMN_UNIT);
}

function predictionUnit({ kind }: TaskPicture, values: readonly number[]): number {
  if (kind === "surface") return PROBABILITY_UNIT;
  if (kind === "images" || kind === "translations") return 1; // classes; ids of tokens
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Number((PREDICTION_SHARE * (largest || 1)).toPrecision(2));
}

/** One layer at all steps. */
function packLayer(spectra: readonly LayerSpectrum[]): PackedLayer {
  const thin = spectra.map(thinSpectrum);
  const isEven = thin.every(({ weights }) => weights.every((weight) => Math.abs(weight * weights.length - 1) < 1e-6));
  const errors = thin.map(({ standardError }) => standardError ?? null);
  const [first] = thin;
  return {
    name: first?.name ?? "",
    dimension: first?.dimension ?? 0,
    methods: thin.map(({ method }) => method),
    counts: thin.map(({ eigenvalues }) => eigenvalues.length),
    eigenvalues: packNumbers(
      thin.flatMap(({ eigenvalues }) => eigenvalues),
      "log",
      EIGENVALUE_UNIT,
    ),
    ...(isEven
      ? {}
      : {
          weights: packNumbers(
            thin.flatMap(({ weights }) => weights),
            "linear",
            WEIGHT_UNIT,
          ),
        }),
    ...(errors.some((error) => error !== null) ? { standardErrors: errors } : {}),
  };
}
