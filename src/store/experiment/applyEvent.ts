import { withSteps } from "../../config/experiment/raceLength";
import { clockOf, snapshotsEveryOf } from "../../config/formulas/clockRules";
import { ownValue } from "../../config/formulas/ownValue";
import { gapColumns } from "../../config/formulas/proximalProblem";
import type { Evaluation } from "../../config/tables/metrics";
import type { Notice, WorkerEvent } from "../../protocol/messages";
import { unreachable } from "../../protocol/unreachable";
import { appendRows, cell, patchStep, replaceRows, rowOfStep, rowsBehind } from "./columns";
import { keepSnapshot } from "./history";
import { appendIntervention, isScheduled, settingKey, withHyperparam, withSetting } from "./interventions";
import type { NoticeAction, Waited } from "./noticeState";
import type { ExperimentState, RunState } from "./state";
import { endWalk } from "./walk";

/**
 * The state after an event (contract 5): pure, sharing every part that did not change. An event of another experiment
 * gives back the same state.
 */
export function applyEvent(state: ExperimentState, event: WorkerEvent): ExperimentState {
  if (event.type === "csvRead") return state; // a restart of its own (`startCsv`)
  if (event.type === "csvRefused") return applyRefusal(state, event);
  if (event.experiment !== state.experiment) return state;
  const every = snapshotsEveryOf(state.display);
  switch (event.type) {
    case "progress":
      return { ...state, progress: { stage: event.stage, fraction: event.fraction, detail: event.detail } };
    case "ready":
      return applyReady(state, event);
    case "status":
      if (state.status === "failed") return state;
      return {
        ...state,
        status: event.status,
        isPausing: state.isPausing && event.status === "running",
        step: event.step,
        display: event.status === "running" ? endWalk(state.display) : state.display,
      };
    case "rows":
      return applyRows(state, event);
    case "atRest":
    case "analysed":
      return state; // for `whenSettled` of the test hook
    case "retrained":
      return applyRetrained(state, event);
    case "checkpoint":
      return state; // kept beside the state (store/kept)
    case "evaluation":
      return updateRun(state, event.run, (run) => ({
        ...run,
        evaluations: insertEvaluation(run.evaluations, event.evaluation),
      }));
    case "prediction":
      return event.runs.reduce(
        (next, { run, values }) =>
          updateRun(next, run, (before) => ({
            ...before,
            predictions: keepSnapshot(before.predictions, { step: event.step, values }, state.config.steps, every),
          })),
        state,
      );
    case "spectrum":
      return updateRun(state, event.run, (run) => {
        const spectra = keepSnapshot(
          run.spectra,
          { step: event.step, layers: event.layers },
          state.config.steps,
          every,
        );
        return spectra === run.spectra ? run : { ...run, spectra };
      });
    case "lookahead":
      return updateRun(state, event.run, (run) => ({
        ...run,
        lookaheads: keepSnapshot(run.lookaheads, { step: event.step, ...event.lookahead }, state.config.steps, every),
      }));
    case "cost":
      return updateRun(state, event.run, (run) => ({
        ...run,
        cost: hasSeconds(state) ? event.cost : { ...event.cost, msPerStep: null },
      }));
    case "memory":
      return state.tensors === event.tensors ? state : { ...state, tensors: event.tensors };
    case "proximalGap":
      return updateRun(state, event.run, (run) => {
        const columns = patchStep(run.columns, event.step, gapColumns(event.gap));
        return columns === run.columns ? run : { ...run, columns };
      });
    case "intervention":
      return applyIntervention(state, event);
    case "runStatus":
      return updateRun(state, event.run, (run) => {
        const { status, message = null, end = null } = event;
        return { ...run, status, message, end };
      });
    case "steps":
      return { ...state, config: withSteps(state.config, event.steps) };
    case "notice":
      return addNotice(state, event.notice);
    case "wait":
      if (event.wait === null) return endWait(state, "work");
      return tellWait(state, "work", event.wait.notice, event.wait.wayOn);
    case "failure":
      return addNotice(
        { ...endWait(state, "work"), status: "failed", isPausing: false, csv: { ...state.csv, reading: null } },
        event.notice,
        failureAction(state),
      );
    default:
      return unreachable(event);
  }
}

type EventOf<Type extends WorkerEvent["type"]> = Extract<WorkerEvent, { type: Type }>;

function updateRun(state: ExperimentState, id: string, change: (run: RunState) => RunState): ExperimentState {
  const index = state.runs.findIndex(({ run }) => run === id);
  const before = state.runs[index];
  if (!before) return state;
  const after = change(before);
  return after === before ? state : { ...state, runs: state.runs.with(index, after) };
}

function applyReady(state: ExperimentState, event: EventOf<"ready">): ExperimentState {
  const layers = new Map(event.runs.map((info) => [info.run, info.layers]));
  return {
    ...state,
    status: state.step > 0 ? "paused" : "idle",
    environment: event.environment,
    sizes: event.sizes,
    network: event.network ?? null,
    picture: event.picture,
    curvature: event.curvature ?? null,
    csv: { ...state.csv, use: event.csv ?? null },
    runs: state.runs.map((run) => ({ ...run, layers: layers.get(run.run) ?? run.layers })),
  };
}

/** A file that cannot be trained on changes nothing but what is said. */
function applyRefusal(state: ExperimentState, { id, notice }: EventOf<"csvRefused">): ExperimentState {
  if (state.csv.reading?.id !== id) return state;
  return addNotice({ ...state, csv: { ...state.csv, reading: null } }, notice);
}

function applyRows(state: ExperimentState, event: EventOf<"rows">): ExperimentState {
  const added = new Map(
    event.runs.map(({ run, columns }) => [run, hasSeconds(state) ? columns : withoutSeconds(columns)]),
  );
  const runs = state.runs.map((run) => {
    const rows = added.get(run.run);
    const columns = rows ? appendRows(run.columns, rowsBehind(run.columns, rows)) : run.columns;
    const metaSteps = ownValue(event.metaSteps, run.run) ?? run.metaSteps;
    return columns === run.columns && metaSteps === run.metaSteps ? run : { ...run, columns, metaSteps };
  });
  return { ...state, step: event.step, runs };
}

const hasSeconds = ({ display }: ExperimentState) => clockOf(display) === "wall";

type NewColumns = EventOf<"rows">["runs"][number]["columns"];

const withoutSeconds = (columns: NewColumns): NewColumns =>
  columns.seconds ? { ...columns, seconds: columns.seconds.map(() => null) } : columns;

/** How far a log has been trained again, and whether it came to the same. */
function applyRetrained(state: ExperimentState, { step, losses, rows = [] }: EventOf<"retrained">): ExperimentState {
  const { retraining } = state;
  if (!retraining) return state;
  const runs = state.runs.map((run) => {
    const exact = rows.find((one) => one.run === run.run);
    return exact ? { ...run, columns: replaceRows(run.columns, exact.columns) } : run;
  });
  const isBack = step >= retraining.to;
  const retrained = { retraining: isBack ? null : { ...retraining, at: step }, isRounded: state.isRounded && !isBack };
  const next = { ...state, runs, ...retrained };
  const slack = state.isRounded ? ROUNDED : retraining.isElsewhere ? ELSEWHERE : 0;
  const isSame = state.runs.every(({ run, columns }) => {
    const row = rowOfStep(columns, step - 1);
    if (columns.thinned && cell(columns, "step", row) !== step - 1) return true; // nothing to compare with
    const [logged, loss] = [cell(columns, "trainLoss", row), ownValue(losses, run)];
    if (loss === undefined || loss === null || logged === null) return loss === undefined || loss === logged;
    return Math.abs(loss - logged) <= slack * Math.abs(logged);
  });
  if (isSame) return next;
  return addNotice(next, state.isRounded ? recordedOtherwise : trainedOtherwise);
}

/** Numbers of a recording are off by at most 1e-4 of their size. */
const ROUNDED = 1.01e-4;
/** Two devices part by at most so much of a loss within a few hundred steps of a toy (docs/numerics.md). */
const ELSEWHERE = 1e-3;

const recordedOtherwise: Notice = {
  level: "info",
  title: "This device comes to other numbers than the recording",
  detail: "The device rounds otherwise than when it was made. The charts show this device's numbers.",
  remedy: "Choose WASM for numbers that are the same each time.",
};

const trainedOtherwise: Notice = {
  level: "warning",
  title: "Trained again, it came to other numbers",
  detail:
    "The device rounds otherwise than when the log was made. The charts keep the log; what follows goes on from the new training.",
  remedy: "Choose WASM for numbers that are the same each time.",
};

/** Ascending by step; a second evaluation of a step replaces the first. */
function insertEvaluation(list: readonly Evaluation[], evaluation: Evaluation): readonly Evaluation[] {
  const before = list.filter(({ step }) => step < evaluation.step);
  const after = list.filter(({ step }) => step > evaluation.step);
  return [...before, evaluation, ...after];
}

/**
 * Records a move, unless it acts in step 0, where it is the setting the run starts with. The control follows, unless a newer
 * move of the same control is on its way. A scheduled move is no echo of a live one: the control follows it.
 */
function applyIntervention(state: ExperimentState, event: EventOf<"intervention">): ExperimentState {
  const { run, name, value, from, step } = event;
  const key = settingKey(run, name);
  const { [key]: waiting, ...others } = state.pending;
  const isNewest = waiting === undefined || waiting.value === value || isScheduled(state.config, event);
  const shown = isNewest
    ? updateRun(state, run, (before) => ({ ...before, hyperparams: withHyperparam(before.hyperparams, name, value) }))
    : state;
  const next = { ...shown, pending: isNewest ? others : state.pending };
  if (step === 0) return { ...next, config: withSetting(state.config, run, name, value) };
  const gesture = waiting?.gesture ?? -(state.interventions.length + 1);
  return {
    ...next,
    interventions: appendIntervention(state.interventions, { step, run, name, from, value, gesture }),
  };
}

/** Adds a notice on top; the same words twice stay one. */
export function addNotice(state: ExperimentState, notice: Notice, action: NoticeAction | null = null): ExperimentState {
  const others = state.notices.filter(({ title, detail }) => title !== notice.title || detail !== notice.detail);
  const id = 1 + Math.max(0, ...state.notices.map((stored) => stored.id));
  return { ...state, notices: [...others, { ...notice, id, action }] };
}

/** Says that something is waited for, in place of what was said of it before; it stands until that comes. */
export function tellWait(state: ExperimentState, waited: Waited, notice: Notice, action: NoticeAction | null) {
  const told = addNotice(endWait(state, waited), notice, action);
  return { ...told, notices: told.notices.map((one) => (one === told.notices.at(-1) ? { ...one, waited } : one)) };
}

/** It has come, or is not waited for any more. */
export function endWait(state: ExperimentState, waited: Waited): ExperimentState {
  const notices = state.notices.filter((notice) => notice.waited !== waited);
  return notices.length === state.notices.length ? state : { ...state, notices };
}

function failureAction(state: ExperimentState): NoticeAction {
  return state.environment?.backend === "webgpu" ? "continueOnWasm" : "retry";
}
