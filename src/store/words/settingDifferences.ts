import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { HyperparamName } from "../../config/tables/hyperparams";
import { taskTitle } from "../../config/tables/networks/taskSetup";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import { settingSymbol } from "../../config/tables/settingWords";
import { optionDifferences } from "./optionWords";
import { runName } from "./runName";
import { shortSettingText } from "./settingWords";

/** What an experiment has that another has not, in words: ["seed 3", "λ_FSD 10", "without SGDm"]; empty where all is the same. */
export function settingDifferences(config: ExperimentConfig, other: ExperimentConfig): string[] {
  if (config.task !== other.task) return [taskName(config)];
  const numbers = [
    config.seed === other.seed ? [] : `seed ${config.seed}`,
    config.batchSize === other.batchSize ? [] : `batch size ${config.batchSize}`,
    config.csv?.target === other.csv?.target ? [] : `target ${config.csv?.target ?? "as the file has it"}`,
  ];
  return [
    ...numbers,
    optionDifferences(config, other),
    methodDifferences(config, other),
    hyperparamDifferences(config, other),
    moveDifferences(config, other),
    config.steps === other.steps ? [] : `${config.steps} steps`,
  ].flat();
}

const taskName = (config: ExperimentConfig) => taskTitle(config) ?? "task given";

function methodDifferences(config: ExperimentConfig, other: ExperimentConfig): string[] {
  const missing = ({ optimizers }: ExperimentConfig, from: ExperimentConfig) =>
    from.optimizers
      .filter(({ run, id }) => !optimizers.some((entry) => entry.run === run && entry.id === id))
      .map(({ run }) => runName(from.optimizers, run));
  const [more, fewer] = [missing(other, config), missing(config, other)];
  return [
    more.length > 0 ? `with ${more.join(", ")}` : [],
    fewer.length > 0 ? `without ${fewer.join(", ")}` : [],
  ].flat();
}

/** A setting that differs in several runs to one value is named once. */
function hyperparamDifferences(config: ExperimentConfig, other: ExperimentConfig): string[] {
  const shared = config.optimizers.flatMap((own) => {
    const theirs = other.optimizers.find(({ run, id }) => run === own.run && id === own.id);
    return theirs ? [{ own, theirs }] : [];
  });
  const groups = new Map<string, { symbol: string; runs: string[]; readers: number }>();
  for (const { own, theirs } of shared) {
    for (const name of OPTIMIZERS[own.id].hyperparams) {
      if (own.hyperparams[name] === theirs.hyperparams[name]) continue;
      const text = `${settingSymbol(own.id, name)} ${shortSettingText(name, own.hyperparams[name])}`;
      const readers = shared.filter((one) => reads(one.own.id, name)).length;
      const group = groups.get(text) ?? { symbol: text, runs: [], readers };
      group.runs.push(runName(config.optimizers, own.run));
      groups.set(text, group);
    }
  }
  return [...groups.values()].map(({ symbol, runs, readers }) =>
    runs.length === readers ? symbol : `${symbol} of ${runs.join(", ")}`,
  );
}

const reads = (id: keyof typeof OPTIMIZERS, name: HyperparamName) =>
  (OPTIMIZERS[id].hyperparams as readonly HyperparamName[]).includes(name);

/** Moves that the other has not: the last one of each setting. */
function moveDifferences({ optimizers, interventions }: ExperimentConfig, other: ExperimentConfig): string[] {
  const keys = new Set(other.interventions.map((move) => JSON.stringify([move.step, move.run, move.name, move.value])));
  const own = interventions.filter((move) => !keys.has(JSON.stringify([move.step, move.run, move.name, move.value])));
  const last = new Map(own.map((move) => [`${move.run}.${move.name}`, move]));
  const words = [...last.values()].map(({ step, run, name, value }) => {
    const id = optimizers.find((entry) => entry.run === run)?.id ?? null;
    const setting = name as HyperparamName;
    return `${settingSymbol(id, setting)} ${shortSettingText(setting, value)} from step ${step}`;
  });
  return words.length > MOST_MOVES ? [`${own.length} moves of its own`] : words;
}

const MOST_MOVES = 2;
