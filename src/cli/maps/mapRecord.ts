import type { SweepCell } from "../../config/experiment/sweepGrid";
import type { RecordedMap } from "../../config/recording/recordedMap";
import { type CellLosses, cellsSpread, meanTau, NEAR_TAU, STABLE_TAU, seedsRange, stableLength } from "./mapOrder";
import type { MapToTrain } from "./trainMap";

/** Seeds that a map's order is held against, the preset's own and the four after it; and the lengths that are tried. */
export const mapSeedsOf = ({ config }: MapToTrain): number[] => [0, 1, 2, 3, 4].map((more) => config.seed + more);
export const MAP_LENGTHS: readonly number[] = [10, 20, 50, 100, 200, 400];

/** Every loss of a map's cells that its default length is found by (`docs/maps/ID.json`). */
export interface MapRecord {
  preset: string;
  seeds: number[];
  /** Losses by length, seed and cell, cells row by row as they are trained. */
  lengths: { steps: number; losses: CellLosses[] }[];
}

/** Where the record, the page's file and the words lie, from the root of the repository. */
export const mapPaths = (preset: string) => ({
  record: `docs/maps/${preset}.json`,
  map: `public/recorded/${preset}.map.json`,
});
export const MAPS_PAGE = "docs/maps/README.md";

export const lossesOf = (cells: readonly SweepCell[]): CellLosses => cells.map(({ finalLoss }) => finalLoss);

/** The default length of a map by its record. */
export const defaultLengthOf = ({ lengths }: MapRecord): number =>
  stableLength(lengths.map(({ steps, losses }) => ({ steps, tau: meanTau(losses) })));

/** What the page shows of a map: the cells of the experiment's own seed after the default length, and the seeds' ranges. */
export function recordedMapOf(
  { config, optimizer, hyperparams, grid }: MapToTrain,
  record: MapRecord,
  cells: readonly SweepCell[],
): RecordedMap {
  const { task, taskOptions, seed, batchSize, steps } = config;
  return {
    format: "apo-map/1",
    config: { task, taskOptions, seed, batchSize, steps },
    optimizer,
    hyperparams,
    grid,
    steps: defaultLengthOf(record),
    cells,
    seeds: record.seeds,
    ranges: record.lengths.map((length) => ({ steps: length.steps, logLoss: rounded(seedsRange(length.losses)) })),
  };
}

const rounded = (value: number) => Number(value.toPrecision(6));

/** The table of a record in Markdown: each length, its mean τ, and what a cell's seeds differ by. */
export function mapTable(record: MapRecord): string {
  const chosen = defaultLengthOf(record);
  const rows = record.lengths.map(({ steps, losses }) => {
    const diverged = losses.flat().filter((loss) => loss === null).length;
    const factor = Math.exp(seedsRange(losses)).toPrecision(4);
    const length = steps === chosen ? `**${steps}**` : `${steps}`;
    const spread = cellsSpread(losses).toPrecision(4);
    return `| ${length} | ${meanTau(losses).toFixed(3)} | ${factor} | ${spread} | ${diverged} of ${losses.flat().length} |`;
  });
  return [
    "| steps | mean τ | seeds' range | cells' range | diverged |",
    "| ---: | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}

const [BEGIN, END] = ["<!-- table -->", "<!-- /table -->"];

/** The page of maps with the record's table and default in place of those that stand there. Throws where it has no place for them. */
export function withTable(page: string, record: MapRecord): string {
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${MAPS_PAGE} has no ${BEGIN} and ${END}.`);
  const taus = record.lengths.map(({ losses }) => meanTau(losses));
  const best = Math.max(...taus);
  const why =
    best >= STABLE_TAU
      ? `the shortest whose mean τ is at least ${STABLE_TAU}`
      : `the shortest within ${NEAR_TAU} of the best mean τ, ${best.toFixed(3)}, as none reaches ${STABLE_TAU}`;
  const words = `The default on \`sine\` is ${defaultLengthOf(record)} steps: ${why}.`;
  return `${page.slice(0, before + BEGIN.length)}\n${mapTable(record)}\n\n${words}\n${page.slice(after)}`;
}
