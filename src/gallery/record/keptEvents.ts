import type { WorkerEvent } from "../../protocol/messages";

type Rows = Extract<WorkerEvent, { type: "rows" }>;

/** Rows that follow each other as one event, without columns that hold nothing. */
function joined(before: Rows, next: Rows): Rows {
  const runs = next.runs.map(({ run, columns }) => {
    const earlier = before.runs.find((one) => one.run === run)?.columns ?? {};
    const names = Object.keys(columns) as (keyof typeof columns)[];
    return { run, columns: Object.fromEntries(names.map((n) => [n, [...(earlier[n] ?? []), ...(columns[n] ?? [])]])) };
  });
  const stopped = before.runs.filter(({ run }) => !runs.some((one) => one.run === run));
  return { ...next, runs: [...stopped, ...runs] };
}

function withoutEmptyColumns(event: Rows): Rows {
  const runs = event.runs.map(({ run, columns }) => ({
    run,
    columns: Object.fromEntries(Object.entries(columns).filter(([, values]) => values.some((value) => value !== null))),
  }));
  return { ...event, runs };
}

/** What a recording keeps of the events: snapshots of some steps, the last status, rows in as few pieces as that allows. */
export function keptEvents(events: readonly WorkerEvent[], kept: readonly number[], last: number): WorkerEvent[] {
  let step = 0;
  const chosen: WorkerEvent[] = [];
  for (const event of events) {
    if (event.type === "rows" || event.type === "status") step = event.step;
    const before = chosen.at(-1);
    if (event.type === "rows" && before?.type === "rows") chosen.splice(-1, 1, joined(before, event));
    else if (isKept(event, step, kept, last)) chosen.push(event);
  }
  return chosen.map((event) => (event.type === "rows" ? withoutEmptyColumns(event) : event));
}

function isKept(event: WorkerEvent, step: number, kept: readonly number[], last: number): boolean {
  switch (event.type) {
    case "prediction":
      return kept.includes(event.step);
    case "lookahead":
    case "cost":
    case "memory":
      return step === last;
    case "atRest":
    case "analysed":
      return false; // nothing is drawn of them
    case "status":
      return step === last || event.status === "idle";
    default:
      return true;
  }
}
