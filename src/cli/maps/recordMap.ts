import { readFileSync, writeFileSync } from "node:fs";
import type { SweepCell } from "../../config/experiment/sweepGrid";
import {
  defaultLengthOf,
  lossesOf,
  MAP_LENGTHS,
  MAPS_PAGE,
  type MapRecord,
  mapPaths,
  mapSeedsOf,
  mapTable,
  recordedMapOf,
  withTable,
} from "./mapRecord";
import { mapOf, trainCells } from "./trainMap";

/** Trains a preset's sweep map on all seeds and lengths, and writes its record, its table in the docs, and the map that ships. */
export async function recordMap(preset: string, tell: (line: string) => void): Promise<void> {
  const map = mapOf(preset);
  const own = new Map<number, SweepCell[]>();
  const record: MapRecord = { preset, seeds: mapSeedsOf(map), lengths: [] };
  for (const steps of MAP_LENGTHS) {
    const bySeed = [];
    for (const seed of record.seeds) {
      const cells = await trainCells(map, { seed, steps });
      if (seed === map.config.seed) own.set(steps, cells);
      bySeed.push(lossesOf(cells));
    }
    record.lengths.push({ steps, losses: bySeed });
    tell(`${preset}: ${steps} steps on ${record.seeds.length} seeds`);
  }
  const paths = mapPaths(preset);
  writeFileSync(paths.record, `${JSON.stringify(record)}\n`);
  writeFileSync(paths.map, `${JSON.stringify(recordedMapOf(map, record, own.get(defaultLengthOf(record)) ?? []))}\n`);
  writeFileSync(MAPS_PAGE, withTable(readFileSync(MAPS_PAGE, "utf8"), record));
  tell(mapTable(record));
}
