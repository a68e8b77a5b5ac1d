import { OPTIMIZERS } from "../../config/tables/optimizers";
import { METRIC_WORDS, metricOf } from "../../store/words/metricWords";
import {
  LONG_RUN_IDS,
  LONG_RUNS,
  type LongRecords,
  type LongRun,
  type LongRunId,
  longConfig,
  longRunsOf,
} from "../sweep/longRuns";

const INTRO = `## Long runs of the poster's networks

At the widths that a CPU trains in minutes, in Node on WASM. \`npm run -s sweep -- --long resnet18\` trains the runs of a table again,
\`--long transformer --run adam\` one of them; the records lie in [runs](runs), and \`npm test\` trains their first steps again
(\`src/cli/sweep/longRuns.test.ts\`). One seed each, so that small differences order nothing. Lengths and widths are ours: the poster's are not known. Runs that end before
the last step are recorded so far only; losses are those of the last step that is.
`;

/** What long runs reached, and whether that is what they were to reach; no table of an experiment without a record. */
export function longSection(records: LongRecords): string {
  return [INTRO, ...LONG_RUN_IDS.filter((id) => records[id]?.length).map((id) => tableOf(id, records))].join("\n");
}

function tableOf(id: LongRunId, records: LongRecords): string {
  const { name, goal } = LONG_RUNS[id];
  const config = longConfig(id);
  const metric = METRIC_WORDS[metricOf(config)];
  const rows = records[id] ?? [];
  const nameOf = (run: string) => {
    const optimizer = longRunsOf(id).find((one) => one.run === run)?.id;
    return optimizer ? OPTIMIZERS[optimizer].name : run;
  };
  const { shown } = LONG_RUNS[id];
  const head = [
    "method",
    "settings",
    "steps",
    "train loss",
    "test loss",
    ...shown.map((step) => `test ${metric.word} at step ${step}`),
  ];
  const lines = rows.map(({ run, settings, evaluations }) => {
    const at = (step: number) => evaluations.find((one) => one.step === step);
    const end = evaluations.at(-1);
    const said = Object.entries(settings).map(([key, value]) => `${key} ${value}`);
    return [
      nameOf(run),
      said.join(", "),
      String(end?.step ?? 0),
      digits(end?.trainLoss),
      digits(end?.testLoss),
      ...shown.map((step) => text(at(step)?.testMetric, metric.text)),
    ];
  });
  const best = (by: readonly string[]) =>
    Math.max(
      ...rows
        .filter(({ run }) => by.includes(run))
        .map(({ evaluations }) => evaluations.find(({ step }) => step === config.steps)?.testMetric ?? 0),
    );
  const verdictOf = ({ atLeast, by }: NonNullable<LongRun["goal"]>) =>
    `Wanted is at least ${metric.text(atLeast)} by ${[...new Set(by.map(nameOf))].join(" or ")}: ` +
    `${best(by) >= atLeast ? "met" : "not met"}, with ${metric.text(best(by))}.`;
  const augmented = config.taskOptions.augment === "on" ? ", augmented" : "";
  return [
    `### ${name}`,
    "",
    `\`${config.task}\`, ${config.steps} steps of ${config.batchSize}${augmented}, seed ${config.seed}. ${LONG_RUNS[id].note}`,
    "",
    `| ${head.join(" | ")} |`,
    `| ${head.map(() => "---").join(" | ")} |`,
    ...lines.map((cells) => `| ${cells.join(" | ")} |`),
    "",
    ...(goal ? [verdictOf(goal), ""] : []),
  ].join("\n");
}

const text = (value: number | null | undefined, write: (value: number) => string): string =>
  value === undefined ? "not run" : value === null ? "diverged" : write(value);

const digits = (value: number | null | undefined): string =>
  value === null || value === undefined ? "-" : String(Number(value.toPrecision(3)));
