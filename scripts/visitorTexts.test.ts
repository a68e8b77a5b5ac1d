import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

/** What ships with the page. */
const LAYERS = ["config", "core", "protocol", "worker", "store", "components"];

const SRC = resolve(import.meta.dirname, "../src");

/** What only somebody with the project's folder can do or look up. */
const OF_THE_PROJECT = /\bgit\b|\bnpm\b|\b(src|public|scripts|node_modules)\/|\.tsx?\b/;

/** A task of the command line alone: who has such a file has the project. */
const TO_ITS_OWNER = [
  "npm run -s trace -- --task given --config",
  "printed by npm run trace",
  "von npm run trace ausgegeben",
];

/** The sentences in a source: what stands in quotes, with a space in it. */
function sentencesIn(source: string): string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\/|(?<![:"'`/])\/\/.*/g, "")
    .replace(/^(import|export) .*? from .*$/gm, "");
  return (code.match(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? []).filter((text) => /\S \S/.test(text));
}

const forOwnersOnly = (sentences: readonly string[]) =>
  sentences.filter((text) => OF_THE_PROJECT.test(text) && !TO_ITS_OWNER.some((known) => text.includes(known)));

it("no sentence of the page sends a visitor to git, npm or a source file", () => {
  const files = LAYERS.flatMap((layer) =>
    readdirSync(join(SRC, layer), { recursive: true, encoding: "utf8" }).map((path) => join(SRC, layer, path)),
  ).filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|[\\/]testing[\\/]/.test(path));
  const sentences = files.flatMap((path) => sentencesIn(readFileSync(path, "utf8")));
  expect(sentences.length).toBeGreaterThan(500);
  expect(forOwnersOnly(sentences)).toEqual([]);
});

it.each([
  ['remedy: `Restore it with "git checkout -- a.png".`', 1],
  ['remedy: "Try again. If it stays, run npm start and open its address."', 1],
  ['title: "public/data/a.png cannot be read"', 1],
  ['import { a } from "../../src/core/a"; // git checkout and npm start', 0],
  ['/** `npm run kernels` writes it. */ const a = "a digit of a legitimate number";', 0],
])("finds in %s such sentences: %i", (source, count) => {
  expect(forOwnersOnly(sentencesIn(source))).toHaveLength(count);
});
