import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { PICTURES_PATH, type Picture, pictureDifferences, trainPictured } from "../src/cli/trace/pictures";
import {
  changedRuns,
  DIGESTS_PATH,
  differences,
  digestsOf,
  RECORDING_PATH,
  type RecordedDigests,
  readRecord,
  recordedTexts,
  trainRecorded,
} from "../src/cli/trace/recordings";
import type { Recorded } from "../src/cli/trace/traceDocument";
import { Failure, runMain } from "./fail.mjs";
import { changedModels } from "./galleryModels";

/*
 * npm run recording              trains the run that the page shows first, and writes it with the digests of its numbers
 * npm run recording -- --check   trains it to its end and holds every number against them, to the last bit; so for the runs
 *                                on the pictures of docs/ and in the gallery
 */
await runMain(async () => {
  const { values } = parseArgs({ options: { check: { type: "boolean" } } });
  if (values.check) await check();
  else record(await trainRecorded());
  process.exit(process.exitCode); // the trainer's ports would keep Node alive
});

function record(trace: Recorded): void {
  const { recording, digests } = recordedTexts(trace);
  writeFileSync(RECORDING_PATH, recording);
  writeFileSync(DIGESTS_PATH, digests);
  console.log(`${RECORDING_PATH}: ${trace.config.steps} steps of ${trace.runs.length} runs`);
}

async function check(): Promise<void> {
  const trained = await trainRecorded();
  const digests = digestsOf(trained, trained.config.steps);
  const changed = changedRuns(digests, readRecord<RecordedDigests>(DIGESTS_PATH).whole);
  const words = differences(trained, readRecord<Recorded>(RECORDING_PATH));
  for (const [run, digest] of Object.entries(digests)) console.log(`${digest}  ${run}`);
  const faults = [...changed.map((run) => `${run} has other numbers than ${RECORDING_PATH}`), ...words];
  if (faults.length > 0) faults.push("Remedy: npm run -s recording");
  const pictures = readRecord<Picture[]>(PICTURES_PATH);
  for (const picture of pictures) {
    const found = pictureDifferences(picture, await trainPictured(picture));
    if (found.length > 0) faults.push(...found, "Remedy: npm run screenshots");
    console.log(`docs/${picture.name}-*.png: ${picture.step} steps trained again`);
  }
  const models = await changedModels();
  if (models.length > 0) faults.push(`In the gallery: ${models.join(", ")}. Remedy: npm run gallery:models`);
  if (faults.length > 0) throw new Failure(faults.join("\n"));
  console.log("Every number is what was recorded.");
}
