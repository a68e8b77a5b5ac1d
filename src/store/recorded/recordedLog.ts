import type { ExperimentConfig } from "../../config/experiment/experiment";
import { plannedChanges } from "../../config/experiment/resolveInterventions";
import type { Trace } from "../../config/experiment/trace";
import { unpackNumbers } from "../../config/recording/packed";
import { unpackPicture } from "../../config/recording/packedPicture";
import type { FirstRun, RecordingFile, RecordingRest, RestRun } from "../../config/recording/recordingFile";
import type { HyperparamName } from "../../config/tables/hyperparams";
import type { Evaluation } from "../../config/tables/metrics";
import { appendRows, EMPTY_LOG, type RowColumns } from "../experiment/columns";
import type { ExperimentState, Intervention, RunState, SpectrumSnapshot } from "../experiment/state";

/** A whole recorded run, from which the page's state at any of its steps can be made. */
export interface RecordedLog {
  config: ExperimentConfig;
  environment: Trace["environment"];
  steps: number;
  isRounded: boolean;
  /** At the end. */
  runs: readonly RunState[];
  /** Ascending by step. */
  interventions: readonly Intervention[];
  /** What the worker would have told of the task. */
  task: Pick<ExperimentState, "sizes" | "picture" | "curvature" | "network">;
}

/** Both files of an `apo-recording/1` as a log. `runs` are those of its experiment at step 0. */
export function logOfRecording(first: RecordingFile, rest: RecordingRest, runs: readonly RunState[]): RecordedLog {
  const { config, environment } = first;
  return {
    config,
    environment,
    steps: config.steps,
    isRounded: true,
    runs: runs.map((run) => {
      const head = first.runs.find((one) => one.run === run.run);
      const tail = rest.runs.find((one) => one.run === run.run);
      return head && tail ? recordedRun(run, head, tail) : run;
    }),
    interventions: scheduledMoves(config, runs),
    task: {
      sizes: rest.sizes,
      picture: unpackPicture(rest.picture),
      curvature: rest.curvature ?? null,
      network: rest.outline ? { outline: rest.outline, batchSize: config.batchSize, runs: [] } : null,
    },
  };
}

/** A run that was saved, as a log. */
export function logOfSaved({ config, environment, step, runs, interventions, ...task }: ExperimentState): RecordedLog {
  return {
    config,
    environment: environment ?? { app: "", backend: config.backend, adapter: null, runtime: "an unknown program" },
    steps: step,
    isRounded: false,
    runs,
    interventions,
    task: { sizes: task.sizes, picture: task.picture, curvature: task.curvature, network: task.network },
  };
}

function recordedRun(run: RunState, head: FirstRun, tail: RestRun): RunState {
  const packed = { ...head.columns, ...tail.columns };
  const columns: RowColumns = Object.fromEntries(
    Object.entries(packed).map(([name, one]) => [name, unpackNumbers(one)]),
  );
  const taken = columns.trainLoss?.length ?? 0;
  const step = Array.from({ length: taken }, (_, at) => at);
  const seconds = step.map((at) => (tail.seconds * (at + 1)) / taken);
  return {
    ...run,
    status: head.status,
    message: head.message ?? null,
    columns: appendRows(EMPTY_LOG, { ...columns, step, seconds }),
    evaluations: evaluationsOf(tail),
    cost: tail.cost,
    layers: tail.layers,
    spectra: spectraOf(tail),
    predictions: predictionsOf(tail),
  };
}

function evaluationsOf({ evaluations: { step, ...packed } }: RestRun): Evaluation[] {
  const trainLoss = unpackNumbers(packed.trainLoss);
  const testLoss = unpackNumbers(packed.testLoss);
  const testMetric = unpackNumbers(packed.testMetric);
  const number = (values: readonly (number | null)[], at: number) => values[at] ?? Number.NaN;
  return step.map((one, at) => ({
    step: one,
    trainLoss: number(trainLoss, at),
    testLoss: number(testLoss, at),
    testMetric: number(testMetric, at),
  }));
}

function spectraOf({ spectra }: RestRun): SpectrumSnapshot[] {
  const layers = spectra.layers.map(({ eigenvalues, weights, counts, ...layer }) => {
    const values = unpackNumbers(eigenvalues).map((value) => value ?? 0);
    const shares = weights && unpackNumbers(weights).map((value) => value ?? 0);
    const starts = counts.map((_, at) => counts.slice(0, at).reduce((sum, count) => sum + count, 0));
    return { layer, counts, values, shares, starts };
  });
  return spectra.step.map((step, at) => ({
    step,
    layers: layers.map(({ layer: { name, dimension, methods, standardErrors }, counts, values, shares, starts }) => {
      const [start, count] = [starts[at] ?? 0, counts[at] ?? 0];
      const standardError = standardErrors?.[at];
      return {
        name,
        dimension,
        method: methods[at] ?? "exact",
        eigenvalues: values.slice(start, start + count),
        weights: shares?.slice(start, start + count) ?? new Array<number>(count).fill(1 / count),
        ...(standardError == null ? {} : { standardError }),
      };
    }),
  }));
}

function predictionsOf({ predictions: { step, values } }: RestRun): RunState["predictions"] {
  const all = Float32Array.from(unpackNumbers(values), (value) => value ?? Number.NaN);
  const length = all.length / Math.max(1, step.length);
  return step.map((one, at) => ({ step: one, values: all.slice(at * length, (at + 1) * length) }));
}

/** The moves of a config as they act, step by step. */
function scheduledMoves(config: ExperimentConfig, runs: readonly RunState[]): Intervention[] {
  const inForce = new Map(runs.map(({ run, hyperparams }) => [run, { ...hyperparams } as Record<string, unknown>]));
  const steps = [...new Set(config.interventions.map(({ step }) => step))].toSorted((a, b) => a - b);
  const moves: Intervention[] = [];
  for (const step of steps)
    for (const { run, name, value } of plannedChanges(config.interventions, config.optimizers, step)) {
      const settings = inForce.get(run);
      const from = settings?.[name];
      if (!settings || from === value || from === undefined) continue;
      settings[name] = value;
      moves.push({
        step,
        run,
        name: name as HyperparamName,
        from: from as number,
        value,
        gesture: -(moves.length + 1),
      });
    }
  return moves;
}
