import type { ExperimentConfig } from "../../config/experiment/experiment";
import { quote } from "../../config/experiment/notes";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { BACKEND_NAMES } from "../../config/tables/backends";
import { HYPERPARAM_NAMES } from "../../config/tables/hyperparams";
import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { settingSymbol } from "../../config/tables/settingWords";
import { TASK_OPTIONS, taskOptionText } from "../../config/tables/taskOptions";
import { TASKS } from "../../config/tables/tasks";
import { addNotice } from "../experiment/applyEvent";
import { configureCommand } from "../experiment/configure";
import type { ExperimentStore } from "../experiment/experimentStore";
import { scheduleOf, settingKey } from "../experiment/interventions";
import { broughtBack, resumeOf } from "../experiment/shelf";
import type { ExperimentState } from "../experiment/state";
import { runName } from "../words/runName";
import { settingText } from "../words/settingWords";
import type { Actions } from "./actions";
import { createBegin } from "./begin";
import { createCsvActions, taskInput } from "./csvActions";
import type { Host } from "./host";

type RestartName =
  | "reset"
  | "playAgain"
  | "replay"
  | "newSeed"
  | "setSeed"
  | "setTask"
  | "setPreset"
  | "setDevice"
  | "setBatchSize"
  | "setTaskOption"
  | "setLearningRateGrid"
  | "setOptimizers"
  | "toggleOptimizer"
  | "addOptimizer"
  | "addRun"
  | "removeRun"
  | "setRunSetting"
  | "continueOnWasm"
  | "retry"
  | "bringBack"
  | "openCsv"
  | "askForCsv"
  | "closeCsvCard"
  | "setCsvColumns";

/** The actions that rebuild the race at step 0. */
export function createRestartActions(store: ExperimentStore, host: Host): Pick<Actions, RestartName> {
  const state = () => store.getState();
  const begin = createBegin(store, host);
  /** Resolves the change, so that what is out of range is clamped with a note. */
  const change = (part: object, told: (taken: ExperimentConfig) => string, preset = state().preset): void => {
    const { config, notes } = resolveExperiment({ ...state().config, ...part }, { mode: "lenient" });
    begin({ config, preset, notes }, told(config));
  };
  const changeRace = (ids: readonly OptimizerId[]): void => {
    const { optimizers } = state().config;
    const race = OPTIMIZER_IDS.filter((id) => ids.includes(id));
    const entries = race.flatMap((id) => {
      const own = optimizers.filter((entry) => entry.id === id);
      return own.length > 0 ? own : [{ id }];
    });
    change({ optimizers: entries }, () => `The race is now ${race.map((id) => OPTIMIZERS[id].name).join(", ")}.`, null);
  };
  const setOptimizers = (ids: readonly OptimizerId[]): void => {
    if (ids.length > 0) changeRace(ids);
    else store.setState(addNotice(state(), lastOptimizer), true);
  };
  const setSeed = (seed: number): void => {
    const before = state().config.seed;
    change({ seed }, (taken) => `Seed: ${taken.seed}, before ${before}.`);
  };

  const csvActions = createCsvActions(store, host);

  return {
    ...csvActions,
    reset: () => begin({ config: state().config, preset: state().preset }),
    playAgain() {
      begin({ config: state().config, preset: state().preset });
      host.send({ type: "play", experiment: state().experiment });
    },
    replay: () => begin({ config: withMoves(state()), preset: state().preset }),
    setSeed,
    newSeed: () => setSeed(host.newSeed()),
    setTask(task) {
      const before = state();
      if (task === "csv" && !before.csv.file) {
        csvActions.askForCsv();
        return;
      }
      if (before.csv.isAsking && before.config.task === task) {
        csvActions.closeCsvCard(); // changed their mind: the run goes on
        return;
      }
      const input = taskInput(before, task);
      const resolved = resolveExperiment(input, { mode: "lenient" });
      begin({ ...resolved, preset: null }, `Task: ${TASKS[task].name}, with its own settings.`);
    },
    setPreset(id) {
      const preset = PRESETS.find((candidate) => candidate.id === id);
      if (!preset) {
        store.setState(addNotice(state(), unknownPreset(id)), true);
        return;
      }
      const { backend } = state().config;
      const resolved = resolveExperiment({ ...preset.experiment, backend }, { mode: "lenient" });
      begin({ ...resolved, preset: id }, `Preset: ${preset.name}.`);
    },
    setDevice: (backend) => change({ backend }, (taken) => `Device: ${BACKEND_NAMES[taken.backend]}.`),
    setBatchSize: (batchSize) => change({ batchSize }, (taken) => `Batch size: ${taken.batchSize}.`),
    setTaskOption: (name, value) =>
      change(
        { taskOptions: { ...state().config.taskOptions, [name]: value } },
        (taken) => `${TASK_OPTIONS[name].label}: ${taskOptionText(name, taken.taskOptions[name])}.`,
      ),
    setLearningRateGrid: (isOn) =>
      change(
        { learningRateGrid: isOn },
        ({ learningRateGrid }) => `Fixed learning rates behind APO-η: ${learningRateGrid ? "on" : "off"}.`,
      ),
    setOptimizers,
    toggleOptimizer(id) {
      const ids = state().config.optimizers.map((entry) => entry.id);
      setOptimizers(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
    },
    addOptimizer(id) {
      const ids = state().config.optimizers.map((entry) => entry.id);
      if (!ids.includes(id)) setOptimizers([...ids, id]);
    },
    addRun(id) {
      const { optimizers } = state().config;
      const last = optimizers.findLastIndex((entry) => entry.id === id);
      const before = optimizers[last];
      if (!before) return;
      const added = { id, hyperparams: before.hyperparams };
      const names = (runs: ExperimentConfig["optimizers"]) => runs.map(({ run }) => runName(runs, run)).join(", ");
      change(
        { optimizers: optimizers.toSpliced(last + 1, 0, added as typeof before) },
        (taken) => `The race is now ${names(taken.optimizers)}.`,
        null,
      );
    },
    removeRun(run) {
      const { optimizers } = state().config;
      const left = optimizers.filter((entry) => entry.run !== run);
      if (left.length === 0) store.setState(addNotice(state(), lastOptimizer), true);
      else if (left.length < optimizers.length)
        change({ optimizers: left }, () => `${runName(optimizers, run)} has left the race.`, null);
    },
    setRunSetting(run, name, value) {
      const { optimizers } = state().config;
      const changed = optimizers.map((entry) =>
        entry.run === run ? { ...entry, hyperparams: { ...entry.hyperparams, [name]: value } } : entry,
      );
      const id = optimizers.find((entry) => entry.run === run)?.id ?? null;
      const told = `${settingSymbol(id, name)} of ${runName(optimizers, run)}: ${settingText(name, value)}.`;
      change({ optimizers: changed }, () => told);
    },
    continueOnWasm() {
      host.endWorkers();
      begin({ config: { ...withMoves(state()), backend: "wasm" }, preset: state().preset });
    },
    bringBack() {
      const back = broughtBack(state());
      if (!back) return;
      store.setState(back, true);
      const command = configureCommand({ ...back, config: withMoves(back) });
      if (command?.type !== "configure") return;
      host.send({ ...command, resume: resumeOf(back) });
      const { experiment, runs, pending } = back;
      for (const { run, hyperparams } of runs) {
        for (const name of HYPERPARAM_NAMES) {
          const waiting = pending[settingKey(run, name)];
          if (waiting) host.send({ type: "setHyperparam", experiment, run, name, value: hyperparams[name] });
        }
      }
    },
    retry() {
      host.endWorkers();
      begin({ config: withMoves(state()), preset: state().preset });
    },
  };
}

function withMoves({ config, interventions }: ExperimentState) {
  return { ...config, interventions: scheduleOf(config, interventions) };
}

const lastOptimizer = {
  level: "info",
  title: "At least one optimizer races",
  detail: `Allowed: any of ${OPTIMIZER_IDS.map((id) => OPTIMIZERS[id].name).join(", ")}.`,
  remedy: "Add another one first.",
} as const;

function unknownPreset(id: string) {
  return {
    level: "warning",
    title: `There is no preset ${quote(id)}`,
    detail: `Allowed: ${PRESETS.map((preset) => preset.id).join(", ")}.`,
    remedy: "Choose one in the list of presets.",
  } as const;
}
