import type { ExperimentConfig } from "../../config/experiment/experiment";
import { quote } from "../../config/experiment/notes";
import { withTaskOption } from "../../config/experiment/options/otherOption";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { BACKEND_NAMES } from "../../config/tables/backends";
import { isSetupOption } from "../../config/tables/networks/taskSetup";
import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { settingSymbol } from "../../config/tables/settingWords";
import { TASKS } from "../../config/tables/tasks";
import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import { optionTold } from "../words/optionWords";
import { runName } from "../words/runName";
import { settingText } from "../words/settingWords";
import type { Actions } from "./actions";
import { createArchiveActions } from "./archiveActions";
import { createBegin } from "./begin";
import { createCsvActions, taskInput } from "./csvActions";
import type { Host } from "./host";
import { takeUp, withMoves } from "./takeUp";

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
  | "duplicateRun"
  | "removeRun"
  | "setRunSetting"
  | "continueOnWasm"
  | "retry"
  | "bringBack"
  | "goOn"
  | "takeUpdate"
  | "fork"
  | "rewind"
  | "pinRun"
  | "openCsv"
  | "askForCsv"
  | "closeCsvCard"
  | "openArchive"
  | "lookForArchives"
  | "closeArchiveCard"
  | "deleteArchive"
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

  /** One more run behind that of a place, with its settings but for those given. */
  const addAfter = (place: number, changed: object = {}): void => {
    const { optimizers } = state().config;
    const before = optimizers[place];
    if (!before) return;
    const added = { id: before.id, hyperparams: { ...before.hyperparams, ...changed } };
    const names = (runs: ExperimentConfig["optimizers"]) => runs.map(({ run }) => runName(runs, run)).join(", ");
    change(
      { optimizers: optimizers.toSpliced(place + 1, 0, added as typeof before) },
      (taken) => `The race is now ${names(taken.optimizers)}.`,
      null,
    );
  };

  const csvActions = createCsvActions(store, host);
  const archiveActions = createArchiveActions(store, host);

  return {
    ...csvActions,
    ...archiveActions,
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
      if (before.archives.asking && before.config.task === task) {
        archiveActions.closeArchiveCard();
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
    setTaskOption(name, value) {
      const { config, environment } = state();
      const isOnGpu = environment?.backend === "webgpu";
      const preset = isSetupOption(name) ? null : state().preset; // a preset is of one network
      change(withTaskOption(config, name, value, isOnGpu), (taken) => optionTold(taken, name), preset);
    },
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
      addAfter(state().config.optimizers.findLastIndex((entry) => entry.id === id));
    },
    duplicateRun(run, name, value) {
      addAfter(
        state().config.optimizers.findIndex((entry) => entry.run === run),
        { [name]: value },
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
      if (host.recover?.("wasm")) return;
      host.endWorkers();
      begin({ config: { ...withMoves(state()), backend: "wasm" }, preset: state().preset });
    },
    async bringBack() {
      const { broughtBack } = await import("../kept/broughtBack");
      const back = broughtBack(state());
      if (back) takeUp(store, host, back, null);
    },
    goOn: () => void host.keeper?.()?.goOn(),
    takeUpdate: () => host.takeUpdate?.(),
    async fork() {
      const { forkOf } = await import("../kept/fork");
      const branch = await forkOf(state(), host.keeper?.() ?? null, state);
      if (branch) takeUp(store, host, branch.state, branch.checkpoint);
    },
    async rewind(run) {
      const { rewound } = await import("../kept/rewind");
      const branch = await rewound(state(), run, host.keeper?.() ?? null, state);
      if (!branch) return;
      takeUp(store, host, branch.state, branch.checkpoint);
      const { experiment } = branch.state;
      if (state().experiment === experiment) host.send({ type: "play", experiment });
    },
    async pinRun() {
      const { pinRun } = await import("../kept/pinRun");
      await pinRun(store, host.keeper?.() ?? null);
    },
    retry() {
      if (host.recover?.(null)) return;
      host.endWorkers();
      begin({ config: withMoves(state()), preset: state().preset });
    },
  };
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
