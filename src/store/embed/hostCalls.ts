import { parseSettingName } from "../../config/experiment/shorthand";
import type { NumericHyperparamName } from "../../config/tables/hyperparamNames";
import { readsHyperparam } from "../../config/tables/hyperparamRange";
import { HYPERPARAM_NAMES, HYPERPARAMS, isNumericHyperparam } from "../../config/tables/hyperparams";
import { argumentsOf, type EmbedArguments, type EmbedMethod } from "../../protocol/embedMessages";
import type { Command } from "../../protocol/messages";
import type { Actions } from "../actions/actions";
import type { ExperimentStore } from "../experiment/experimentStore";
import { isOver } from "../experiment/raceEnd";
import type { ExperimentState } from "../experiment/state";
import { traceOf } from "../files/runFile";
import { withAllRows } from "../kept/allRows";
import { exporterOf } from "./exporter";

/** What a host's calls act on. */
export interface CallSurroundings {
  store: ExperimentStore;
  actions: Actions;
  send(command: Command): void;
  /** The state as `window.__apo.getState()` has it. */
  readState(): unknown;
  /** A figure that nobody sees keeps whether it is to play once it is seen. False, and nothing kept, where it is seen. */
  playWhenSeen(isToPlay: boolean): boolean;
}

/** Answers a call once what was asked for is so. Rejects with an error that says what was wrong with it, or why it cannot be. */
export async function answerCall(
  { store, actions, send, readState, playWhenSeen }: CallSurroundings,
  method: EmbedMethod,
  given?: readonly unknown[],
): Promise<unknown> {
  const state = () => store.getState();
  const take = <Name extends EmbedMethod>(name: Name): EmbedArguments[Name] => argumentsOf(name, given);
  switch (method) {
    case "play":
      take("play");
      checkFile(state());
      if (playWhenSeen(true)) return until(store, () => true).then(() => null);
      if (isOver(state())) actions.playAgain();
      else actions.play();
      await until(store, ({ status, ...rest }) => status === "running" || isOver({ ...rest }));
      return null;
    case "pause":
      take("pause");
      playWhenSeen(false);
      actions.pause();
      await until(store, ({ status }) => status !== "running");
      return null;
    case "reset":
      take("reset");
      playWhenSeen(false);
      actions.reset();
      await until(store, ({ status }) => status !== "loading");
      return null;
    case "step": {
      const [count = 1] = take("step");
      checkFile(state());
      playWhenSeen(false);
      if (state().status === "running") actions.pause();
      await until(store, ({ status }) => status !== "running");
      const { step, config } = state();
      const goal = Math.min(step + count, config.steps);
      const { experiment } = state();
      for (let taken = step; taken < goal; taken += 1) send({ type: "step", experiment });
      await until(store, (now) => (now.step >= goal || isOver(now)) && now.status !== "running");
      return state().step;
    }
    case "seek":
      actions.scrubTo(take("seek")[0]);
      return state().display.scrubStep;
    case "set": {
      const [name, value, options] = take("set");
      return setByHost(state(), actions, name, value, options?.run);
    }
    case "getState":
      take("getState");
      return readState();
    case "getTrace": {
      take("getTrace");
      const trace = traceOf(await withAllRows(state()));
      if (!trace) throw new Error("There is no trace yet: no step was taken. Call play or step first.");
      return trace;
    }
    case "toSVG":
      return exporterOf().toSVG(take("toSVG")[0]);
    case "toPNG": {
      const [chart, options] = take("toPNG");
      return exporterOf().toPNG(chart, options?.scale);
    }
    case "toCSV":
      return exporterOf().toCSV(take("toCSV")[0]);
  }
}

/** Throws where nothing can be trained before a person has chosen a file. */
function checkFile({ status }: ExperimentState): void {
  if (status === "needsFile")
    throw new Error(
      "The figure trains on a file of one's own, which is not here yet. Choose the file in the figure first.",
    );
}

/** Sets a live setting of the named run, or of every run that has it; returns the names of those. */
function setByHost(
  { runs }: ExperimentState,
  actions: Actions,
  text: string,
  value: number | string,
  chosen: string | undefined,
): string[] {
  const target = parseSettingName(text);
  const name = target?.name;
  const live = HYPERPARAM_NAMES.filter((one): one is NumericHyperparamName => HYPERPARAMS[one].live);
  if (name === undefined || !isNumericHyperparam(name) || !live.includes(name))
    throw new Error(
      `No setting ${JSON.stringify(text)} moves while it trains. Allowed: lf, lw, k, alpha, ${live.join(", ")}.`,
    );
  const run = chosen ?? target?.run;
  const having = runs.filter(({ optimizer }) => readsHyperparam(optimizer, name));
  const those = having.filter((one) => run === undefined || one.run === run);
  if (those.length === 0)
    throw new Error(`No run ${run ?? ""} has ${name}. Allowed: ${having.map((one) => one.run).join(", ") || "none"}.`);
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) throw new Error(`${name} is ${JSON.stringify(value)}. Give a number.`);
  for (const one of those) actions.setHyperparam(one.run, name, number);
  return those.map((one) => one.run);
}

/** Resolves once the state is so; rejects where the experiment fails first. */
export function until(store: ExperimentStore, isSo: (state: ExperimentState) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (state: ExperimentState) => {
      if (state.status === "failed") {
        const { title, detail, remedy } = state.notices.at(-1) ?? { title: "It failed", detail: "", remedy: "" };
        reject(new Error(`${title}. ${detail} ${remedy}`.trim()));
      } else if (isSo(state)) resolve();
      else return false;
      return true;
    };
    if (look(store.getState())) return;
    const stop = store.subscribe((state) => {
      if (look(state)) stop();
    });
  });
}
