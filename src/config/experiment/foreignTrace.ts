import * as z from "zod/mini";
import { COLUMN_NAMES, type ColumnName } from "../tables/metrics";
import { isRecord } from "./checks";
import { TRACE_COLUMNS } from "./trace";

const index = z.int().check(z.nonnegative());
const column = z.array(z.nullable(z.number()));

const run = z.looseObject({
  /** Names it, as `optimizer` does where it is left out. */
  run: z.optional(z.string()),
  /** One of ours gives its colour; any other is a name. */
  optimizer: z.optional(z.string()),
  status: z.optional(z.enum(["finished", "diverged", "stopped"])),
  columns: z.looseObject({
    ...(Object.fromEntries(TRACE_COLUMNS.map((name) => [name, z.optional(column)])) as Record<
      ColumnName,
      z.ZodMiniOptional<typeof column>
    >),
    step: z.array(index),
    trainLoss: column,
  }),
  evaluations: z.optional(
    z.looseObject({
      step: z.array(index),
      trainLoss: z.optional(column),
      testLoss: z.optional(column),
      testMetric: z.optional(column),
    }),
  ),
});

/** The least that another program has to write of `apo-trace/1`: runs with their steps and losses. What else it writes may be anything. */
export const foreignTraceSchema = z.looseObject({
  format: z.literal("apo-trace/1"),
  runs: z.array(run).check(z.minLength(1)),
});
export type ForeignTrace = z.infer<typeof foreignTraceSchema>;

/** Whether a trace does not say how to train its runs here, so that it can only be laid over a race. */
export const isForeign = ({ config }: Record<string, unknown>): boolean =>
  !isRecord(config) || !Array.isArray(config.optimizers) || config.task === "given";

/** What does not fit together in it, by its place: `wrong` is told the place and what is wrong there. */
export function checkForeign({ runs }: ForeignTrace, wrong: (place: string, detail: string) => void): void {
  for (const [index, { columns, evaluations }] of runs.entries()) {
    const at = `runs.${index}`;
    sameLength(`${at}.columns`, columns, COLUMN_NAMES, wrong);
    ascending(`${at}.columns.step`, columns.step, wrong);
    if (!evaluations) continue;
    sameLength(`${at}.evaluations`, evaluations, COLUMN_NAMES, wrong);
    ascending(`${at}.evaluations.step`, evaluations.step, wrong);
  }
}

function sameLength(
  place: string,
  columns: Readonly<Record<string, unknown>> & { step: readonly number[] },
  names: readonly string[],
  wrong: (place: string, detail: string) => void,
): void {
  const { length } = columns.step;
  for (const name of names) {
    const values = columns[name];
    if (Array.isArray(values) && values.length !== length)
      wrong(`${place}.${name}`, `It has ${values.length} values for ${length} steps.`);
  }
}

function ascending(place: string, steps: readonly number[], wrong: (place: string, detail: string) => void): void {
  const row = steps.findIndex((step, at) => at > 0 && step <= (steps[at - 1] ?? 0));
  if (row > 0) wrong(place, `Steps ascend; in row ${row} stands ${steps[row]} after ${steps[row - 1]}.`);
}
