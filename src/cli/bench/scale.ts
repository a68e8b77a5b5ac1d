import { type BenchCase, createCase, parameterCount } from "./cases";
import { duel, type Effort, type Timing } from "./duel";
import { ours } from "./entrants";
import type { BenchHost } from "./host";
import { type BenchSection, summarise } from "./report/report";

/** Widths with about 10³, 10⁴, 10⁵ and 10⁶ parameters. */
const WIDTHS = [29, 97, 313, 998];
const BATCHES = [16, 64, 256, 1024];
const RUNS = [1, 2, 4, 8];
const METHODS = ["sgdm", "adam", "apo-p K=10", "kfac"];

const SECTIONS = { parameters: "Scale, parameters", batch: "Scale, batch", runs: "Scale, runs of a race" } as const;

const network = (width: number) => [2, width, width, 1];

/** Milliseconds per step against the size of the network, of the batch and of the race; one thing grows at a time. */
export async function benchScale(
  host: BenchHost,
  effort: Effort,
  report: (line: string) => void,
): Promise<BenchSection> {
  const rows: BenchSection["rows"] = [];
  const add = (section: string, timings: readonly Timing[], nameOf: (timing: Timing) => string) => {
    for (const timing of timings)
      rows.push({ section, case: nameOf(timing), ...summarise(timing.msPerStep), unit: "ms/step" });
  };
  for (const width of WIDTHS) {
    const bench: BenchCase = { name: `MLP 2-${width}-${width}-1, batch 64`, network: network(width), batchSize: 64 };
    const count = parameterCount(createCase(bench));
    // the Cholesky factors of a layer of a thousand would take minutes
    const methods = METHODS.filter((method) => method !== "kfac" || width < 500);
    const timings = await duel(host, bench, ours(methods), effort, report);
    add(SECTIONS.parameters, timings, ({ entrant }) => `${entrant.method}: ${count} parameters`);
  }
  for (const batchSize of BATCHES) {
    const bench: BenchCase = { name: `MLP 2-64-64-1, batch ${batchSize}`, network: network(64), batchSize };
    const timings = await duel(host, bench, ours(METHODS), effort, report);
    add(SECTIONS.batch, timings, ({ entrant }) => `${entrant.method}: batch ${batchSize}`);
  }
  const bench: BenchCase = { name: "MLP 2-64-64-1, batch 64", network: network(64), batchSize: 64 };
  const races = RUNS.map((runs) => `${runs} × sgdm`);
  add(SECTIONS.runs, await duel(host, bench, ours(races), effort, report), ({ entrant }) => {
    return `sgdm: ${entrant.method.split(" ")[0]} runs`;
  });
  return { rows, ratios: {}, goals: [] };
}
