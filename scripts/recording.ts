import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { recordMap } from "../src/cli/maps/recordMap";
import {
  changedRuns,
  DIGESTS_PATH,
  type DigestsFile,
  differences,
  digestsOf,
  readRecord,
  recordedTexts,
  recordingPaths,
} from "../src/cli/recording/recordings";
import { presetOf, recordPreset, trainPreset } from "../src/cli/recording/recordPreset";
import { PICTURES_PATH, type Picture, pictureDifferences, trainPictured } from "../src/cli/trace/pictures";
import { RECORDED_IDS } from "../src/config/experiment/recordedIds";
import { MAPPED_PRESET } from "../src/config/recording/recordedMap";
import type { RecordingFile } from "../src/config/recording/recordingFile";
import { Failure, runMain } from "./fail.mjs";
import { changedModels } from "./galleryModels";

/*
 * npm run recording              trains every preset, and writes its recording with the digests of its numbers
 * npm run recording -- cifar10   one of them
 * npm run recording -- --check   trains them to their end and holds every number against them, to the last bit; so for the runs
 *                                on the pictures of docs/ and in the gallery
 * npm run recording -- --map     trains the sweep map of the first preset on five seeds (docs/maps), and writes the one that ships
 */
await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: { check: { type: "boolean" }, map: { type: "boolean" } },
    allowPositionals: true,
  });
  const named = positionals.length > 0 ? positionals : [...RECORDED_IDS];
  if (values.map) await recordMap(MAPPED_PRESET.id, console.log);
  else if (values.check) await check(named, positionals.length === 0);
  else for (const id of named) await record(id);
  process.exit(process.exitCode); // the trainer's ports would keep Node alive
});

async function record(id: string): Promise<void> {
  const recorded = await recordPreset(presetOf(id));
  const { first, rest, digests } = recordedTexts(id, recorded);
  const paths = recordingPaths(id);
  writeFileSync(paths.first, first);
  writeFileSync(paths.rest, rest);
  const all: DigestsFile = existsSync(DIGESTS_PATH) ? readRecord<DigestsFile>(DIGESTS_PATH) : {};
  const kept = RECORDED_IDS.flatMap((one) => {
    const own = one === id ? digests : all[one];
    return own ? [[one, own] as const] : [];
  });
  writeFileSync(DIGESTS_PATH, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
  const kB = (text: string) => (gzipSync(text, { level: 9 }).length / 1000).toFixed(1);
  console.log(`${paths.first}: ${recorded.trace.config.steps} steps, ${kB(first)} and ${kB(rest)} KB gzip`);
}

async function check(named: readonly string[], isWhole: boolean): Promise<void> {
  const faults: string[] = [];
  for (const id of named) {
    const trained = await trainPreset(presetOf(id));
    const digests = digestsOf(trained, trained.config.steps + 1);
    const { first } = recordingPaths(id);
    const changed = changedRuns(digests, readRecord<DigestsFile>(DIGESTS_PATH)[id]?.whole);
    const words = differences(trained, readRecord<RecordingFile>(first));
    for (const [run, digest] of Object.entries(digests)) console.log(`${digest}  ${id} ${run}`);
    const found = [...changed.map((run) => `${run} has other numbers than ${first}`), ...words];
    if (found.length > 0) faults.push(...found, `Remedy: npm run -s recording -- ${id}`);
  }
  if (isWhole) faults.push(...(await changedPictures()));
  if (faults.length > 0) throw new Failure(faults.join("\n"));
  console.log("Every number is what was recorded.");
}

async function changedPictures(): Promise<string[]> {
  const faults: string[] = [];
  for (const picture of readRecord<Picture[]>(PICTURES_PATH)) {
    const found = pictureDifferences(picture, await trainPictured(picture));
    if (found.length > 0) faults.push(...found, "Remedy: npm run screenshots");
    console.log(`docs/${picture.name}-*.png: ${picture.step} steps trained again`);
  }
  const models = await changedModels();
  if (models.length > 0) faults.push(`In the gallery: ${models.join(", ")}. Remedy: npm run gallery:models`);
  return faults;
}
