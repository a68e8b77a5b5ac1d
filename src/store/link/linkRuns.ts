import type { ExperimentConfig } from "../../config/experiment/experiment";
import { parseOptimizers, shortName } from "../../config/experiment/shorthand";
import { readsHyperparam } from "../../config/tables/hyperparamRange";
import { HYPERPARAM_NAMES } from "../../config/tables/hyperparams";

type Run = ExperimentConfig["optimizers"][number];

/** Runs of a link's `opt`: "apo-p,sgdm,sgdm:fast" names a second SGDm "fast". A run of the base keeps its settings. */
export function parseRuns(text: string, base: unknown): { id: string; run?: string; hyperparams?: unknown }[] {
  const known = Array.isArray(base) ? (base as { id: string; run?: string; hyperparams?: unknown }[]) : [];
  return parseOptimizers(text).map(({ id: entry }) => {
    const [id = "", run] = entry.split(":").map((part) => part.trim());
    return known.find((candidate) => candidate.id === id && candidate.run === run) ?? { id, ...(run ? { run } : {}) };
  });
}

/** The runs as `opt` holds them: names that the resolver would give are left out. */
export function nameRuns(runs: readonly Run[]): string {
  return runs
    .map(({ id, run }, index) => {
      const before = runs.slice(0, index).map((other) => other.run);
      const given = [id, ...before.map((_, place) => `${id}-${place + 2}`)].find((name) => !before.includes(name));
      return run === given ? id : `${id}:${run}`;
    })
    .join(",");
}

/** Settings that differ from those of the base: plain where every run that reads one has the same value, else per run. */
export function changedSettings(runs: readonly Run[], base: readonly Run[]): [string, number | string][] {
  return HYPERPARAM_NAMES.flatMap((name): [string, number | string][] => {
    const readers = runs.filter(({ id }) => readsHyperparam(id, name));
    const changed = readers.filter(
      ({ run, hyperparams }) => base.find((other) => other.run === run)?.hyperparams[name] !== hyperparams[name],
    );
    const [first] = changed;
    if (!first) return [];
    const isCommon = readers.every(({ hyperparams }) => hyperparams[name] === first.hyperparams[name]);
    if (isCommon) return [[shortName(name), first.hyperparams[name]]];
    return changed.map(({ run, hyperparams }) => [`${run}.${shortName(name)}`, hyperparams[name]]);
  });
}
