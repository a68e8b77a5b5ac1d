import type { ModelName } from "./recipes";
import { type Recorded, readRecorded } from "./recorded";

const TEXTS = import.meta.glob<string>("./*.json", { query: "?raw", import: "default", eager: true });
const read = new Map<ModelName, Recorded>();

/** What the workers said of a recorded model. */
export function modelOf(name: ModelName): Recorded {
  const known = read.get(name);
  if (known) return known;
  const text = TEXTS[`./${name}.json`];
  if (text === undefined) throw new Error(`There is no model ${name}: run npm run gallery:models -- ${name}.`);
  const model = readRecorded(text);
  read.set(name, model);
  return model;
}
