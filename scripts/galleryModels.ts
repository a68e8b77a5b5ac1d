import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RECIPES } from "../src/gallery/models/recipes";
import { writeRecorded } from "../src/gallery/models/recorded";
import { recordModel } from "../src/gallery/record/recordModel";
import { ROOT } from "./run.mjs";

const fileOf = (name: string) => join(ROOT, "src/gallery/models", `${name}.json`);

/** Records the models of the gallery anew, or those that are named, as texts by name. */
async function* recordedModels(wanted: readonly string[]): AsyncGenerator<[name: string, text: string]> {
  for (const [name, recipe] of Object.entries(RECIPES))
    if (wanted.length === 0 || wanted.includes(name)) yield [name, writeRecorded(await recordModel(recipe))];
}

/** Names of the models that would be other files if they were recorded now. */
export async function changedModels(): Promise<string[]> {
  const changed: string[] = [];
  for await (const [name, text] of recordedModels([]))
    if (readFileSync(fileOf(name), "utf8") !== text) changed.push(name);
  return changed;
}

/** Writes the models of the gallery, or those that are named. */
export async function writeModels(wanted: readonly string[]): Promise<void> {
  for await (const [name, text] of recordedModels(wanted)) {
    writeFileSync(fileOf(name), text);
    console.log(`${name}.json: ${(text.length / 1000).toFixed(0)} kB`);
  }
}
