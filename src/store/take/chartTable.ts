import type { ChartId } from "../../config/tables/views";
import { selectComparison } from "../comparison/comparisonSelectors";
import { snapshotAt } from "../experiment/history";
import { shownStep } from "../experiment/shownStep";
import type { ExperimentState } from "../experiment/state";
import { selectEffect } from "../views/effect/effectSelectors";
import { selectLedger } from "../views/ledger/ledgerSelectors";
import { selectNetwork } from "../views/network/networkSelectors";
import { csvText, type Table } from "./csvText";
import { fitTable } from "./fitTable";
import { lookaheadTable } from "./lookaheadTable";
import { evaluationRows, gapRows, lossRows, objectiveRows, rateRows } from "./timeTables";

const RUN = ["run", "optimizer"] as const;

/** What each figure's numbers are. */
const TABLES: Record<ChartId, (state: ExperimentState) => Table> = {
  loss: (state) => ({ titles: ["step", ...RUN, "trainLoss", "evaluatedTrainLoss", "testLoss"], rows: lossRows(state) }),
  rate: (state) => ({ titles: ["step", ...RUN, "learningRate"], rows: rateRows(state) }),
  accuracy: (state) => ({ titles: ["step", ...RUN, "testMetric"], rows: evaluationRows(state) }),
  q: (state) => ({
    titles: ["step", ...RUN, "objective", "objectiveLoss", "fsd", "wsd", "lambdaFsd", "lambdaWsd"],
    rows: objectiveRows(state),
  }),
  gap: (state) => ({
    titles: ["step", ...RUN, "proximalDistance", "proximalCosine", "proximalFloor", "proximalAtBestRate"],
    rows: gapRows(state),
  }),
  spectrum: (state) => spectra(state, (run) => [snapshotAt(run.spectra, shownStep(state)) ?? []].flat()),
  spectra: (state) => spectra(state, (run) => run.spectra),
  fit: fitTable,
  lookahead: lookaheadTable,
  effect(state) {
    const { name, step, panels } = selectEffect(state);
    const rows = panels.flatMap(({ quantity, points }) => points.map(({ x, y }) => [name, step, quantity, x, y]));
    return { titles: ["run", "moveStep", "quantity", "stepsFromMove", "value"], rows };
  },
  ledger: (state) => ({
    titles: [
      ...RUN,
      ...[
        "forwardEveryStep",
        "backwardEveryStep",
        "metaUpdateInterval",
        "forwardMeta",
        "backwardMeta",
        "forwardCounted",
      ],
      ...["backwardCounted", "msPerStep", "msPlain", "msMeta", "tensorBytes"],
    ],
    rows: selectLedger(state).rows.map(({ run, optimizer, every, meta, counted, times, ...row }) => [
      ...[run, optimizer, every?.forward, every?.backward, meta?.interval, meta?.forward, meta?.backward],
      ...[counted?.forward, counted?.backward, row.msPerStep, times.plain, times.meta, row.tensorBytes],
    ]),
  }),
  network(state) {
    const rows = selectNetwork(state)?.rows ?? [];
    return {
      titles: ["node", "is", "shape", "takes", "learned", "beside"],
      rows: rows.map(({ key, title, shape, from, learned, extras }) => [
        ...[key, title, shape, from.map((j) => rows[j]?.key).join(" "), learned, extras],
      ]),
    };
  },
  landscape({ landscape: { steps }, runs }) {
    const rows = (steps?.paths ?? []).flatMap(({ run, points, losses }) =>
      points.map(([a, b], step) => [step, run, runs.find((one) => one.run === run)?.optimizer, a, b, losses[step]]),
    );
    return { titles: ["step", ...RUN, "first", "second", "loss"], rows };
  },
  map: ({ sweepMap: { cells, purpose } }) => ({
    titles: ["optimizer", "steps", "lambdaFsd", "lambdaWsd", "status", "finalLoss", "learningRate"],
    rows: cells.map((cell) => [
      ...[purpose?.optimizer, purpose?.steps, cell.lambdaFsd, cell.lambdaWsd, cell.status, cell.finalLoss],
      cell.learningRate,
    ]),
  }),
  table(state) {
    const { rows, evaluatedAt } = selectComparison(state);
    return {
      titles: [
        ...["step", ...RUN, "trainLoss", "testLoss", "testMetric", "learningRate"],
        ...["msPerStep", "forwardPasses", "backwardPasses", "peakBytes", "settings", "chosen"],
      ],
      rows: (evaluatedAt === null ? [] : rows).map((row) => [
        ...[row.measuredAt ?? evaluatedAt, row.run, row.optimizer, row.trainLoss, row.testLoss, row.testMetric],
        ...[row.learningRate, row.msPerStep, row.forwardPasses, row.backwardPasses, row.peakBytes],
        ...[row.settings, row.tuned],
      ]),
    };
  },
};

/** The numbers behind a figure as CSV, at full resolution; null where there are none yet. */
export function chartCsv(state: ExperimentState, chart: ChartId): string | null {
  const { titles, rows } = TABLES[chart](state);
  const all = [...rows];
  return all.length === 0 ? null : csvText(titles, all);
}

type RunSpectra = ExperimentState["runs"][number];

function spectra(state: ExperimentState, of: (run: RunSpectra) => RunSpectra["spectra"]): Table {
  const rows = state.runs.flatMap((run) =>
    of(run).flatMap(({ step, layers }) =>
      layers.flatMap(({ name, method, eigenvalues, weights, dimension }) =>
        eigenvalues.map((value, index) => [
          ...[step, run.run, run.optimizer, name, method, dimension, value, weights[index]],
        ]),
      ),
    ),
  );
  return { titles: ["step", ...RUN, "layer", "method", "dimension", "eigenvalue", "weight"], rows };
}
