import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  GOLDEN_NAMES,
  type Golden,
  goldenConfig,
  largestDifference,
  trainGolden,
} from "../core/training/golden/golden";
import {
  GOLDEN_PRESET_STEPS,
  type GoldenPresets,
  TOY_PRESETS,
  trainPresetSteps,
} from "../core/training/golden/presetsApart";
import { startNodeBackend } from "./nodeBackend";
import { readNames } from "./options";
import { readPublicFile } from "./readPublicFile";
import { runCommand } from "./runCommand";

/*
 * Records the golden traces anew, on the cpu backend at today's settings: what tests compare every change with.
 *   npm run -s golden            all tasks and networks, and the first steps of the toy presets
 *   npm run -s golden -- sine    one
 */
const folder = fileURLToPath(new URL("../core/training/golden/", import.meta.url));

await runCommand(async () => {
  const named = process.argv.slice(2);
  const tasks = named.length === 0 ? GOLDEN_NAMES : readNames("task", named, GOLDEN_NAMES);
  await startNodeBackend("cpu");
  for (const task of tasks) {
    const config = goldenConfig(task);
    const golden: Golden = { config, runs: await trainGolden(config, readPublicFile) };
    writeFileSync(`${folder}${task}.json`, `${JSON.stringify(golden)}\n`);
  }
  if (named.length === 0) {
    const presets: GoldenPresets = {};
    for (const preset of TOY_PRESETS)
      presets[preset.id] = await trainPresetSteps(preset, GOLDEN_PRESET_STEPS, readPublicFile);
    writeFileSync(`${folder}presets.json`, `${JSON.stringify(presets)}\n`);
  }
  await startNodeBackend("wasm");
  for (const task of tasks) {
    const golden = JSON.parse(readFileSync(`${folder}${task}.json`, "utf8")) as Golden;
    const onWasm = await trainGolden(golden.config, readPublicFile);
    const parts = golden.runs.map(
      (run, i) => `${run.run} ${largestDifference(onWasm[i] ?? run, run).toExponential(1)}`,
    );
    process.stdout.write(`${task}, wasm against cpu: ${parts.join(", ")}\n`);
  }
});
