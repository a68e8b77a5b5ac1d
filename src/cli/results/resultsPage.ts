import type { ClaimsTable } from "../../config/claims/findings/finding";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { networkName } from "../../config/tables/networks/networks";
import { taskTitle } from "../../config/tables/networks/taskSetup";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import { TASKS } from "../../config/tables/tasks";
import { METRIC_WORDS } from "../../store/words/metricWords";
import type { LongRecords } from "../sweep/longRuns";
import { NETWORK_BUDGET } from "../sweep/networkGrids";
import { isNetwork, sweepPlan } from "../sweep/plan";
import { type HeldOut, type MethodResult, sweepName, type TaskResult } from "../sweep/sweepTask";
import { claimsSection } from "./claimsSection";
import { longSection } from "./longSection";

const HEAD = `# Results: what the poster claims, and what each method reaches

Written from records by \`npm run claims -- --publish\`, as is the page's panel "The poster, here". First the eight claims; then what was recorded
before them: sweeps of short runs and single long runs, which stay until the claims' records stand in for them.
`;

const SWEEPS_INTRO = `## Sweeps of short runs

From the records in [sweeps](sweeps), which hold every candidate and every seed. The app's defaults come from them where the claims' records have none yet. How it was done:
- **Choosing.** Each method gets the same budget: 8 candidates on seed 0, its settings before the sweep (\`src/config/tables/taskStarts.ts\`)
  first and seven of a grid over one or two of its hyperparameters (\`src/cli/sweep/grids.ts\`). The lowest train loss at the end
  wins; a diverged run loses. Some starts come from an earlier study that had tried 16 settings; the grids do not know them.
- **Reporting.** The chosen settings run on seeds 1 to 5, which choosing never saw: other data, start and batches. Tables give
  the median and the range over these seeds. Train loss is over at most 1,000 training examples.
- **Per second.** "Loss in SGDm's time" is a method's train loss when its own steps had taken as many seconds as all of SGDm's
  steps, in the same race; "time" is its seconds for the steps listed over SGDm's. On tfjs-wasm in Node, two cores shared with
  other work, so that times are rough; both columns are ratios within one race. A dash: not one evaluation within that time.
- **Inner solvers.** Natural gradient, Hessian-free and the proximal point spend tens to hundreds of passes on a step: they take
  100 steps, chosen after 50, and their time is over that of 100 steps of SGDm. On images, where a step takes seconds, they
  take no part and are not tuned.
- On images settings are chosen after half of the steps; \`mnist\` and \`fashion-mnist\` with the MLP, whose settings LeNet-5 takes over.
- \`linear\` keeps APO-P at λ_FSD 1, λ_WSD 0.1 in the app, where the closed form is stated, whatever the sweep chose.
- \`deep-linear\` is noiseless: losses around 1e-13 are the floor of float32 and order nothing.
`;

const NETWORKS_INTRO = `## Settings on the poster's networks

Each method of the race had ${NETWORK_BUDGET} candidates on seed 0: its settings on LeNet-5 (of the Transformer, a guess) and ${NETWORK_BUDGET - 1} of a grid
(\`src/cli/sweep/networkGrids.ts\`). The lowest mean loss on the last 20 batches wins: evaluations would ask batch norm's running averages, which so few
steps leave behind. The horizons are short, as two cores take a tenth of a second and more for a step, and favour what is fast at first. What was chosen ran
on seed 1, which choosing never saw, for the steps listed. One seed orders nothing that is close. Default widths, batch 64, 3,000 images, augmented.
`;

/** docs/results.md from what the claims' records come to, the recorded sweeps and long runs. */
export function resultsPage(claims: ClaimsTable, sweeps: readonly TaskResult[], longRuns: LongRecords): string {
  const tasks = sweeps.filter((sweep) => !isNetwork(sweepName(sweep)));
  const networks = sweeps.filter((sweep) => isNetwork(sweepName(sweep)));
  return [
    HEAD,
    claimsSection(claims),
    SWEEPS_INTRO,
    summaryOf(tasks),
    ...tasks.map(sectionOf),
    ...(Object.keys(longRuns).length > 0 ? [longSection(longRuns)] : []),
    ...(networks.length > 0 ? [NETWORKS_INTRO, ...networks.map(networkSection)] : []),
  ].join("\n");
}

/** Who is first on each task, and where APO stands: computed, so that no sentence outlives its numbers. */
function summaryOf(sweeps: readonly TaskResult[]): string {
  const rows = sweeps.map(({ task, methods }) => {
    const ranked = methods
      .filter(({ steps }) => steps === TASKS[task].steps)
      .map(({ optimizer, heldOut }) => ({ optimizer, reached: median(trainLosses(heldOut)) }))
      .filter(({ reached }) => Number.isFinite(reached))
      .sort((a, b) => a.reached - b.reached);
    const place = (id: string) => {
      const rank = ranked.findIndex(({ optimizer }) => optimizer === id);
      return rank < 0 ? "-" : `${rank + 1} of ${ranked.length}`;
    };
    const first = ranked[0];
    return `| \`${task}\` | ${first ? `${OPTIMIZERS[first.optimizer].name} ${loss(first.reached)}` : "-"} | ${place("apo-p")} | ${place("apo-lr")} |`;
  });
  return [
    "### Where APO stands in them",
    "",
    "Rank by median train loss per step, among the methods that take the task's full number of steps.",
    "",
    "| task | first, and its loss | APO-P | APO-η |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function sectionOf(sweep: TaskResult): string {
  const { task, methods } = sweep;
  const info = TASKS[task];
  const { taskOptions } = resolveExperiment({ task }).config;
  const metric = `test ${METRIC_WORDS[info.metric].word}`;
  return [
    `## ${titleOf(sweep)} (\`${task}\`)`,
    "",
    `${info.networks ? networkName(taskOptions) : info.model}, batch ${info.batchSize}.`,
    "",
    `| method | chosen | steps | train loss, median (range) | test loss | ${metric} | loss in SGDm's time | time |`,
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...methods.map(rowOf),
    "",
  ].join("\n");
}

/** "ResNet-18 ×1/8 on CIFAR-10" */
function titleOf(sweep: TaskResult): string {
  const { task, taskOptions } = sweepPlan(sweepName(sweep));
  const { config } = resolveExperiment({ task, taskOptions });
  return taskTitle(config) ?? task;
}

function networkSection(sweep: TaskResult): string {
  const { task, methods } = sweep;
  const metric = METRIC_WORDS[TASKS[task].metric];
  const rows = methods.map(({ optimizer, chosen, steps, tuningSteps, candidates, heldOut: [end] }) => {
    const losses = candidates.map(({ trainLoss }) => (trainLoss === null ? "diverged" : loss(trainLoss)));
    const cells = [
      OPTIMIZERS[optimizer].name,
      settingsText(chosen),
      `${losses.join(", ")} after ${tuningSteps}`,
      String(steps),
      loss(end?.trainLoss ?? Number.NaN),
      loss(end?.testLoss ?? Number.NaN),
      typeof end?.testMetric === "number" ? metric.text(end.testMetric) : "-",
      `×${short(end?.timeOverSgdm ?? Number.NaN)}`,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    `### ${titleOf(sweep)} (\`${sweepName(sweep)}\`)`,
    "",
    `| method | chosen | loss of each candidate | steps | train loss | test loss | test ${metric.word} | time |`,
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

const settingsText = (settings: MethodResult["chosen"]): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} ${typeof value === "number" ? short(value) : value}`)
    .join(", ") || "as it started";

function rowOf({ optimizer, chosen, steps, heldOut }: MethodResult): string {
  const losses = trainLosses(heldOut);
  const lost = heldOut.length - losses.length;
  const range =
    losses.length > 0 ? `${loss(median(losses))} (${loss(Math.min(...losses))} to ${loss(Math.max(...losses))})` : "-";
  const cells = [
    OPTIMIZERS[optimizer].name,
    settingsText(chosen),
    String(steps),
    lost > 0 ? `${range}; ${lost} of ${heldOut.length} diverged` : range,
    loss(median(heldOut.flatMap(({ testLoss }) => testLoss ?? []))),
    loss(median(heldOut.flatMap(({ testMetric }) => testMetric ?? []))),
    loss(median(heldOut.flatMap(({ trainLossInTime }) => trainLossInTime ?? []))),
    `×${short(median(heldOut.map(({ timeOverSgdm }) => timeOverSgdm)))}`,
  ];
  return `| ${cells.join(" | ")} |`;
}

const trainLosses = (heldOut: readonly HeldOut[]): number[] => heldOut.flatMap(({ trainLoss }) => trainLoss ?? []);

/** The middle value, the mean of two; NaN of none. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const high = sorted[Math.floor(middle)] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

/** Two significant digits; a dash where there is nothing. */
const short = (value: number): string => digits(value, 2);

/** Three: on `linear` the noise is most of the loss. */
const loss = (value: number): string => digits(value, 3);

const digits = (value: number, count: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(count))) : "-";
