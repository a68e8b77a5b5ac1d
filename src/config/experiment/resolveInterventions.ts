import { actsMidRun } from "../tables/hyperparamRange";
import type { HyperparamName } from "../tables/hyperparams";
import { OPTIMIZERS } from "../tables/optimizers";
import { settingKeys, settingSymbol } from "../tables/settingWords";
import { checkHyperparam, isHyperparamName } from "./checkHyperparam";
import { checkNumber, hasOnly, isRecord, type Report } from "./checks";
import type { ExperimentConfig } from "./experiment";
import { quote } from "./notes";

type Runs = ExperimentConfig["optimizers"];
type Intervention = ExperimentConfig["interventions"][number];

const FIELDS = ["step", "run", "name", "value"];

/** Runs that an intervention changes: the one it names, or every run that has the setting and can take it mid-run. */
export function interventionRuns(runs: Runs, { run: only, name }: Pick<Intervention, "run" | "name">): string[] {
  if (!isHyperparamName(name)) return [];
  return runs
    .filter(({ id, run }) => (only === undefined || run === only) && actsMidRun(id, name))
    .map(({ run }) => run);
}

/** Changes that act in a step, one for each run they reach, in order: the last write of a setting wins. */
export function plannedChanges(
  interventions: readonly Intervention[],
  runs: Runs,
  step: number,
): { run: string; name: HyperparamName; value: number | string }[] {
  return interventions
    .filter((intervention) => intervention.step === step)
    .flatMap(({ run: only, name, value }) =>
      isHyperparamName(name) ? interventionRuns(runs, { run: only, name }).map((run) => ({ run, name, value })) : [],
    );
}

/** Interventions in the order of their steps; what cannot act is left out and reported. */
export function resolveInterventions(input: unknown, runs: Runs, steps: number, report: Report): Intervention[] {
  if (input === undefined) return [];
  if (!Array.isArray(input)) {
    report({
      title: `interventions is ${quote(input)}`,
      allowed: 'Allowed: a list of {"step", "run", "name", "value"}.',
      taken: "Using none.",
      remedy: "Write them as a list.",
    });
    return [];
  }
  return input
    .flatMap((entry) => resolveOne(entry, runs, steps, report))
    .sort((first, second) => first.step - second.step);
}

/** Whether an entry has each field that it needs, and no other. */
const isComplete = (entry: unknown): entry is Record<string, unknown> =>
  isRecord(entry) && hasOnly(entry, FIELDS) && Object.hasOwn(entry, "step") && Object.hasOwn(entry, "value");

function resolveOne(entry: unknown, runs: Runs, steps: number, report: Report): Intervention[] {
  const { step, run, name, value } = isComplete(entry) ? entry : {};
  if (typeof name !== "string" || (run !== undefined && typeof run !== "string")) {
    report({
      title: `The intervention ${quote(entry)} is incomplete`,
      allowed: 'Allowed: {"step": 120, "run": "apo-p", "name": "lambdaFsd", "value": 3}; run may be absent.',
      taken: "It is left out.",
      remedy: "Give step, name and value.",
    });
    return [];
  }
  const setting = isHyperparamName(name) ? settingSymbol(null, name) : quote(name);
  const title = `The intervention on ${setting}${run === undefined ? "" : ` of run ${run}`}`;
  const named = runs.filter((candidate) => run === undefined || candidate.run === run);
  if (named.length === 0) {
    const allowed = `Allowed: ${runs.map((candidate) => candidate.run).join(", ")}.`;
    report({ title: `${title} names no run of this race`, allowed, taken: "It is left out.", remedy: "Name a run." });
    return [];
  }
  if (!isHyperparamName(name) || interventionRuns(named, { name }).length === 0) {
    const allowed = `Allowed: ${settingKeys(changeable(named))}.`;
    const remedy = "Name a setting that can change while a run trains.";
    report({ title: `${title} cannot act`, allowed, taken: "It is left out.", remedy });
    return [];
  }
  return check({ step, run, name, value }, title, runs, steps, report);
}

function check(
  { step, run, name, value }: { step: unknown; run: string | undefined; name: HyperparamName; value: unknown },
  title: string,
  runs: Runs,
  steps: number,
  report: Report,
): Intervention[] {
  let usable = true;
  const spoils: Report = (problem) => {
    usable = false;
    report({ ...problem, taken: "The intervention is left out." });
  };
  const at = checkNumber(
    `The step of ${title.replace("The", "the")}`,
    step,
    { min: 0, max: Math.max(0, steps - 1), integer: true },
    0,
    spoils,
  );
  const reached = runs.filter((candidate) => interventionRuns([candidate], { run, name }).length > 0);
  const current = reached[0]?.hyperparams[name] ?? 0;
  const told = typeof value === typeof current ? report : spoils;
  // within the limits of every run it reaches
  const checked = reached.reduce<unknown>(
    (taken, { id }) => checkHyperparam(id, name, taken, current, `the intervention at step ${at}`, told),
    value,
  ) as number | string;
  return usable ? [{ step: at, ...(run === undefined ? {} : { run }), name, value: checked }] : [];
}

function changeable(runs: Runs): HyperparamName[] {
  const names = runs.flatMap(({ id }) => OPTIMIZERS[id].hyperparams.filter((name) => actsMidRun(id, name)));
  return [...new Set(names)];
}
