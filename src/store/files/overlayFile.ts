import type { ForeignTrace } from "../../config/experiment/foreignTrace";
import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { appendRows, EMPTY_LOG, type RowColumns } from "../experiment/columns";
import type { NewOverlay, OverlayRun } from "../experiment/overlayState";
import type { ExperimentState } from "../experiment/state";

/** The name of an overlay from that of its file: without folder and endings. */
export const overlayName = (file: string): string => file.replace(/(\.trace)?\.json(\.gz)?$/i, "");

/** Runs of another program as they lie over the race of a state. An optimizer of a name that is not ours has the colour of SGD. */
export function foreignOverlay({ sizes, config }: ExperimentState, { runs }: ForeignTrace, file: string): NewOverlay {
  const names = new Map<string, number>();
  return {
    name: overlayName(file),
    origin: "file",
    runs: runs.map((run) => {
      const wanted = run.run ?? run.optimizer ?? "run";
      const count = (names.get(wanted) ?? 0) + 1;
      names.set(wanted, count);
      return overlayRun(run, count === 1 ? wanted : `${wanted}-${count}`);
    }),
    stepsPerEpoch: Math.max(1, Math.floor((sizes?.trainCount ?? 1) / config.batchSize)),
    config: null,
  };
}

function overlayRun(
  { optimizer, status, columns, evaluations }: ForeignTrace["runs"][number],
  name: string,
): OverlayRun {
  const id = OPTIMIZER_IDS.find((one) => one === optimizer?.toLowerCase());
  const at = (values: readonly (number | null)[] | undefined, row: number) => values?.[row] ?? Number.NaN;
  return {
    run: name,
    optimizer: id ?? STRANGER,
    name: id === name ? OPTIMIZERS[id].name : name,
    status: status === "diverged" ? "diverged" : "finished",
    columns: appendRows(EMPTY_LOG, columns as RowColumns),
    evaluations: (evaluations?.step ?? []).map((step, row) => ({
      step,
      trainLoss: at(evaluations?.trainLoss, row),
      testLoss: at(evaluations?.testLoss, row),
      testMetric: at(evaluations?.testMetric, row),
    })),
  };
}

const STRANGER: OptimizerId = "sgd";
