import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { RECIPES } from "../src/gallery/models/recipes";
import { writeRecorded } from "../src/gallery/models/recorded";
import { recordModel } from "../src/gallery/record/recordModel";
import { ROOT } from "./run.mjs";

// Records every model of the gallery, or those that are named: npm run gallery:models -- sine
const wanted = process.argv.slice(2);
for (const [name, recipe] of Object.entries(RECIPES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const text = writeRecorded(await recordModel(recipe));
  writeFileSync(join(ROOT, "src/gallery/models", `${name}.json`), text);
  console.log(`${name}.json: ${(text.length / 1000).toFixed(0)} kB`);
}
process.exit(0); // the trainer's ports would keep Node alive
