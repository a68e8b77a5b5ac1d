import type { ModelName } from "./recipes";
import { type RecordedModel, readRecorded } from "./recorded";

const TEXTS = import.meta.glob<string>("./*.json", { query: "?raw", import: "default", eager: true });
const read = new Map<ModelName, RecordedModel>();

/** What the workers said of a recorded model. */
export function recordedModelOf(name: ModelName): RecordedModel {
  const known = read.get(name);
  if (known) return known;
  const text = TEXTS[`./${name}.json`];
  if (text === undefined) throw new Error(`There is no model ${name}: run npm run gallery:models -- ${name}.`);
  const model = readRecorded(text);
  read.set(name, model);
  return model;
}
