import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { PRESETS } from "../../config/experiment/presets";
import { defaultSweepSteps } from "../../config/experiment/sweepGrid";
import { MAPPED_PRESET, type RecordedMap } from "../../config/recording/recordedMap";
import { readRecord } from "../recording/recordings";
import { cellsSpread, kendallTau, meanTau, seedsRange, stableLength } from "./mapOrder";
import {
  lossesOf,
  MAP_LENGTHS,
  MAPS_PAGE,
  type MapRecord,
  mapPaths,
  mapSeedsOf,
  recordedMapOf,
  withTable,
} from "./mapRecord";
import { mapOf, trainCells } from "./trainMap";

const map = mapOf(MAPPED_PRESET.id);
const paths = mapPaths(MAPPED_PRESET.id);
const record = readRecord<MapRecord>(paths.record);
const shipped = readRecord<RecordedMap>(paths.map);
const REMEDY = "else npm run -s recording -- --map";

describe("the order of cells", () => {
  test("is compared by Kendall's τ, in which what diverged is last and ties count for neither", () => {
    expect(kendallTau([1, 2, 3, 4], [10, 20, 30, 40])).toBe(1);
    expect(kendallTau([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1);
    expect(kendallTau([1, 2, 3, 4], [1, 2, 4, 3])).toBeCloseTo(4 / 6, 12); // one pair of six the other way round
    expect(kendallTau([1, null], [1, 2])).toBe(1);
    // five pairs agree, the sixth is tied in one: 5 / √(5 · 6)
    expect(kendallTau([1, 2, null, null], [1, 2, 3, 4])).toBeCloseTo(5 / Math.sqrt(30), 12);
    expect(
      meanTau([
        [1, 2],
        [1, 2],
        [2, 1],
      ]),
    ).toBeCloseTo(-1 / 3, 12);
  });

  test("is stable at the shortest length of τ 0.9, or else within 0.02 of the best", () => {
    const at = (...taus: number[]) => stableLength(taus.map((tau, index) => ({ steps: 10 * (index + 1), tau })));
    expect(at(0.2, 0.9, 0.99)).toBe(20);
    expect(at(0.2, 0.85, 0.86)).toBe(20);
    expect(at(0.83, 0.85, 0.86)).toBe(20);
    expect(at(0.5)).toBe(10);
    expect(() => at()).toThrow("No length");
  });

  test("of cells is as wide as the median of what seeds make of one beside the others", () => {
    const bySeed = [
      [1, 1, 4, null],
      [2, 8, 4, 1],
    ];
    // the second seed's map lies 2^(4/3) times as high; beside that the cells differ by 2^(1/3), 2^(5/3) and 2^(4/3)
    expect(seedsRange(bySeed)).toBeCloseTo((4 / 3) * Math.log(2), 12);
    expect(seedsRange(bySeed.map((losses, seed) => losses.map((loss) => loss && loss * 10 ** seed)))).toBeCloseTo(
      (4 / 3) * Math.log(2),
      12,
    );
    expect(cellsSpread(bySeed)).toBeCloseTo(Math.sqrt(32), 12); // half way from 4 to 8 on a log scale
    expect(() => seedsRange([[null], [1]])).toThrow("diverged");
  });
});

describe("the map of the first preset", () => {
  test("is the first preset's as it is now, and its default length is the record's", () => {
    expect(MAPPED_PRESET).toEqual({ id: PRESETS[0]?.id, task: map.config.task });
    expect(record).toMatchObject({ preset: MAPPED_PRESET.id, seeds: mapSeedsOf(map) });
    expect(record.lengths.map(({ steps }) => steps)).toEqual(MAP_LENGTHS);
    expect(shipped, REMEDY).toEqual(JSON.parse(JSON.stringify(recordedMapOf(map, record, shipped.cells))));
    expect(lossesOf(shipped.cells)).toEqual(record.lengths.find(({ steps }) => steps === shipped.steps)?.losses[0]);
    expect(defaultSweepSteps(map.config.task, map.config.steps)).toBe(shipped.steps);
    expect(gzipSync(readFileSync(paths.map), { level: 9 }).length).toBeLessThan(4_000);
  });

  test("has its table and its default in docs/maps", () => {
    const page = readFileSync(MAPS_PAGE, "utf8");
    expect(withTable(page, record), REMEDY).toBe(page);
    expect(() => withTable("no table", record)).toThrow(MAPS_PAGE);
  });

  test("is trained again to the last bit after the default length on every seed", { timeout: 120_000 }, async () => {
    const losses = [];
    for (const seed of record.seeds) {
      const cells = await trainCells(map, { seed, steps: shipped.steps });
      if (seed === map.config.seed) expect(cells, REMEDY).toEqual(shipped.cells);
      losses.push(lossesOf(cells));
    }
    const recorded = record.lengths.find(({ steps }) => steps === shipped.steps)?.losses ?? [];
    expect(losses, REMEDY).toEqual(recorded);
    expect(meanTau(losses)).toBe(meanTau(recorded));
  });

  test("and one cell of it after every other length", { timeout: 120_000 }, async () => {
    const [column, row] = [2, 5];
    const grid = { lambdaFsd: [map.grid.lambdaFsd[column] ?? 0], lambdaWsd: [map.grid.lambdaWsd[row] ?? 0] };
    for (const { steps, losses } of record.lengths) {
      const [cell] = await trainCells(map, { seed: record.seeds[1] ?? 0, steps, grid });
      expect(cell?.finalLoss, `${steps} steps: ${REMEDY}`).toBe(losses[1]?.[row * map.grid.lambdaFsd.length + column]);
    }
  });
});
