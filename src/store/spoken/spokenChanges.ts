import type { ColumnName } from "../../config/tables/metrics";
import type { ChartId } from "../../config/tables/views";
import { objectiveAt } from "../charts/objectiveChart";
import { lastValue } from "../experiment/columns";
import { metaRunOf } from "../experiment/metaRun";
import type { ExperimentState, RunState } from "../experiment/state";
import { spectrumNumbers } from "../views/spectrum/spectrumNumbers";
import { rangeOf } from "../views/spectrum/spectrumSummaries";
import { formatNumber } from "../words/format";
import { runName } from "../words/runName";
import { settingPhrase } from "../words/settingWords";

/** More runs than this are not told one after another. */
const MOST_RUNS = 5;

/**
 * What a screen reader says of a race since it last spoke: the step, what moved in the figure that has the focus, and the person's
 * moves that acted. Without such a figure the lowest training loss and that of the focus run. "" where no step was taken.
 */
export function spokenChanges(before: ExperimentState, after: ExperimentState, figure: ChartId | null): string {
  if (before.experiment !== after.experiment || after.step <= before.step) return "";
  const told = [figureChanges(before, after, figure), moves(before, after)].filter((words) => words !== "");
  return [`Step ${after.step}.`, ...told].join(" ");
}

function figureChanges(before: ExperimentState, after: ExperimentState, figure: ChartId | null): string {
  if (figure === "q") return objectiveChange(before, after);
  if (figure === "spectrum") return spectrumChange(before, after);
  if (figure === "rate") return columnChange("Learning rate", "learningRate", before, after, shownRuns(after));
  const runs = shownRuns(after);
  return columnChange(
    "Training loss",
    "trainLoss",
    before,
    after,
    figure === "loss" ? runs : leaderAndFocus(after, runs),
  );
}

function columnChange(
  title: string,
  column: ColumnName,
  before: ExperimentState,
  after: ExperimentState,
  runs: readonly RunState[],
): string {
  const lines = runs.flatMap((run) => {
    const now = latest(run, column);
    return now === null ? [] : [`${nameOf(after, run)} ${change(latest(runOf(before, run.run), column), now)}`];
  });
  if (lines.length === 0) return "";
  const more = lines.length > MOST_RUNS ? `; and ${lines.length - MOST_RUNS} more` : "";
  return `${title}: ${lines.slice(0, MOST_RUNS).join("; ")}${more}.`;
}

function objectiveChange(before: ExperimentState, after: ExperimentState): string {
  const [run, earlier] = [metaRunOf(after), metaRunOf(before)];
  const now = run && objectiveAt(partsOf(after, run), Number.POSITIVE_INFINITY);
  if (!run || !now) return "";
  const was = earlier?.run === run.run ? objectiveAt(partsOf(before, earlier), Number.POSITIVE_INFINITY) : null;
  const parts = [
    `loss ${change(was?.loss ?? null, now.loss)}`,
    `λ_FSD FSD ${change(was?.fsd ?? null, now.fsd)}`,
    `λ_WSD WSD ${change(was?.wsd ?? null, now.wsd)}`,
  ];
  return `Q of ${nameOf(after, run)} ${change(was?.total ?? null, now.total)}: ${parts.join("; ")}.`;
}

function spectrumChange(before: ExperimentState, after: ExperimentState): string {
  const run = after.runs.find((one) => one.run === after.focusRun) ?? after.runs[0];
  const now = run?.spectra.at(-1);
  if (!run || !now) return "";
  const was = runOf(before, run.run)?.spectra.at(-1);
  const layers = now.layers.map((layer) => {
    const range = rangeOf(spectrumNumbers(layer));
    const earlier = was?.layers.find(({ name }) => name === layer.name);
    const before = earlier ? rangeOf(spectrumNumbers(earlier)) : range;
    return `${layer.name} ${range}${before === range ? "" : `, was ${before}`}`;
  });
  return layers.length === 0
    ? ""
    : `Eigenvalues of P of ${nameOf(after, run)} at step ${now.step}: ${layers.join("; ")}.`;
}

/** Moves of one drag are told once, with where it ended. */
function moves(before: ExperimentState, after: ExperimentState): string {
  const acted = after.interventions.filter(({ step }) => step >= before.step && step < after.step);
  const last = new Map(acted.map((move) => [`${move.gesture} ${move.run} ${move.name}`, move]));
  return [...last.values()]
    .map(({ run, name, value, step }) => {
      const id = after.config.optimizers.find((one) => one.run === run)?.id;
      return id
        ? `${runName(after.config.optimizers, run)} has ${settingPhrase(id, name, value)} from step ${step}.`
        : "";
    })
    .filter((words) => words !== "")
    .join(" ");
}

function leaderAndFocus(state: ExperimentState, runs: readonly RunState[]): readonly RunState[] {
  const measured = runs.filter((run) => latest(run, "trainLoss") !== null);
  const lossOf = (run: RunState) => latest(run, "trainLoss") ?? Number.POSITIVE_INFINITY;
  const leader = measured.toSorted((a, b) => lossOf(a) - lossOf(b)).slice(0, 1);
  return [...leader, ...measured.filter((run) => run.run === state.focusRun && run !== leader[0])];
}

/** "0.01230, was 0.01510"; alone where it was the same, or nothing. */
function change(was: number | null, now: number): string {
  const [before, after] = [was === null ? null : formatNumber(was), formatNumber(now)];
  return before === null || before === after ? after : `${after}, was ${before}`;
}

const shownRuns = ({ runs, display }: ExperimentState) => runs.filter(({ run }) => !display.hiddenRuns.includes(run));

const runOf = ({ runs }: ExperimentState, run: string) => runs.find((one) => one.run === run) ?? null;

const nameOf = ({ config }: ExperimentState, { run }: RunState) => runName(config.optimizers, run);

const latest = (run: RunState | null, column: ColumnName) => run && lastValue(run.columns, column);

const partsOf = ({ config, interventions }: ExperimentState, run: RunState) => ({
  run,
  config,
  interventions,
  mapping: { axis: "steps", stepsPerEpoch: 1 } as const,
});
