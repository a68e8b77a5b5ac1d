import { mkdirSync } from "node:fs";
import { checksOf, recordFaults, trainRecord, writePresetRecord } from "../src/cli/presets/presetRecords";
import { presetOf } from "../src/cli/recording/recordPreset";
import { PRESET_CHECKS } from "../src/config/experiment/presets/checks/presetChecks";
import { Failure, runMain } from "./fail.mjs";

/*
 * npm run presets              trains every preset on its three seeds, and says what each check of its sentence measured
 * npm run presets -- cifar10   one of them; what it comes to is recorded in docs/presets, where npm test reads it
 */
await runMain(async () => {
  const named = process.argv.slice(2);
  for (const id of named)
    if (!(id in PRESET_CHECKS))
      throw new Failure(`The preset ${id} has no checks. Allowed: ${Object.keys(PRESET_CHECKS).join(", ")}.`);
  mkdirSync("docs/presets", { recursive: true });
  const faults: string[] = [];
  for (const id of named.length > 0 ? named : Object.keys(PRESET_CHECKS)) {
    const record = await trainRecord(presetOf(id));
    for (const [i, { says, of }] of checksOf(id).checks.entries()) {
      const values = (seeds: typeof record.bounds) =>
        seeds.map(({ seed, measured }) => `${seed}: ${measured[i]?.value?.toPrecision(4)}`).join(", ");
      const bounds = record.bounds.length > 0 ? `; for its bound ${values(record.bounds)}` : "";
      console.log(`${id}, "${says}": ${of}, by seed ${values(record.seeds)}${bounds}`);
    }
    writePresetRecord(record);
    faults.push(...recordFaults(record).map((fault) => `${id}: ${fault}`));
  }
  if (faults.length > 0) throw new Failure(faults.join("\n"));
  process.exit(process.exitCode); // the trainer's ports would keep Node alive
});
