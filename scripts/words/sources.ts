import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DRAWN_WORDS } from "./drawnWords";
import { messagesIn } from "./messages";
import { isMessage, withPlaceholders } from "./text";

const ROOT = resolve(import.meta.dirname, "../..");

/** What ships with the page and has words. */
const LAYERS = ["config", "core", "protocol", "worker", "store", "components"];

/** Of these nothing reaches a reader of the page: tests, checks of records, kernels, the catalogue, what only the tests' hook reads. */
const UNSEEN =
  /\.test\.tsx?$|\.d\.ts$|(^|\/)testing\/|^config\/(german|language|lessons\/claims|experiment\/presets\/checks)\/|formulas\/compareTraces|recording\/packed|archiveFolder|article\/sections\/sourceList|^core\/(kernels|training\/golden)\/|^store\/hook\/|equations\/mathml/;

/** A file and its messages. */
interface FileWords {
  file: string;
  messages: readonly string[];
}

/** What a set of scenes says at any depth, and a proof of a claim. */
const SCENE_KEYS = new Set(["title", "caption", "notes", "question", "says"]);

function sceneTexts(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === "string" ? (SCENE_KEYS.has(key) ? [one] : []) : sceneTexts(one),
  );
}

const filesIn = (folder: string) => readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).toSorted();

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** All messages of the page, by file. */
export function pageWords(): FileWords[] {
  const modules = LAYERS.flatMap((layer) => filesIn(`src/${layer}`).map((path) => `${layer}/${path}`))
    .filter((path) => /\.tsx?$/.test(path) && !UNSEEN.test(path))
    .map((path) => ({ file: `src/${path}`, messages: messagesIn(read(`src/${path}`), path.endsWith(".tsx")) }));
  const data = ["public/claims.json", ...filesIn("public/scenes").map((path) => `public/scenes/${path}`)];
  const told = data.map((file) => {
    const texts = sceneTexts(JSON.parse(read(file))).map(withPlaceholders);
    return { file, messages: [...new Set(texts)].filter((text) => isMessage(text, true)) };
  });
  const drawn = { file: "scripts/words/drawnWords.ts", messages: DRAWN_WORDS };
  return [...modules, ...told, drawn].filter(({ messages }) => messages.length > 0);
}
