import { mkdirSync } from "node:fs";
import { writePresetRecord } from "../src/cli/presets/presetRecords";
import { seedsOf, trainSeen } from "../src/cli/presets/seenRace";
import { writeToyRecord } from "../src/cli/presets/toyRecords";
import { presetOf } from "../src/cli/recording/recordPreset";
import { POSTER_CHECKS } from "../src/config/experiment/presets/checks/posterChecks";
import { brokenChecks } from "../src/config/experiment/presets/checks/presetChecks";
import type { SeenRace } from "../src/config/experiment/presets/checks/seen";
import { TOY_CHECKS } from "../src/config/experiment/presets/checks/toyChecks";
import { Failure, runMain } from "./fail.mjs";

/*
 * npm run presets              trains every preset on its three seeds, and says what each check of its sentence measured
 * npm run presets -- cifar10   one of them; what it comes to is recorded in docs/presets, where npm test reads it
 */
await runMain(async () => {
  const all = { ...TOY_CHECKS, ...POSTER_CHECKS };
  const named = process.argv.slice(2);
  mkdirSync("docs/presets", { recursive: true });
  const broken: string[] = [];
  for (const id of named.length > 0 ? named : Object.keys(all)) {
    const preset = presetOf(id);
    const known = all[id];
    if (!known) throw new Failure(`The preset ${id} has no checks. Allowed: ${Object.keys(all).join(", ")}.`);
    const isPoster = id in POSTER_CHECKS;
    const races: SeenRace[] = [];
    for (const seed of seedsOf(preset)) races.push(await trainSeen(preset, seed, isPoster ? {} : known));
    for (const { says, of, measure } of known.checks)
      console.log(`${id}, "${says}": ${of} ${races.map((race) => measure(race).toPrecision(4)).join(", ")}`);
    if (isPoster) writePresetRecord(id, races);
    else writeToyRecord(id, races, known);
    broken.push(...races.flatMap((race) => brokenChecks(race, known)).map((fault) => `${id}: ${fault}`));
  }
  if (broken.length > 0) throw new Failure(broken.join("\n"));
  process.exit(process.exitCode); // the trainer's ports would keep Node alive
});
