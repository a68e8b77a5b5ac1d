import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { entryOf, GLOSSARY, lookUp } from "../../../config/tables/glossary/glossary";
import { ARTICLE_PLACES } from "../../../config/tables/glossary/places";
import { HYPERPARAMS } from "../../../config/tables/hyperparams";
import { OPTIMIZERS } from "../../../config/tables/optimizers";
import { TERMS } from "../../../config/tables/terms";
import { X_AXES } from "../../../store/experiment/state";
import { COMPARISON_COLUMNS } from "../../comparison/comparisonColumns";

const COMPONENTS = resolve(import.meta.dirname, "../..");

const entries = GLOSSARY.flatMap((group) => group.entries);
/** What can be looked up, in small letters. */
const words = new Set(entries.flatMap(({ word, name = "" }) => [word, name, ...word.split(", ")]).map(lower));

function lower(word: string): string {
  return word.toLowerCase();
}

test("no word stands twice, and each is told in a sentence", () => {
  const all = entries.map(({ word }) => lower(word));
  expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  expect(entries.filter(({ sentence }) => !/^[^a-z].{15,220}\.$/u.test(sentence)).map(({ word }) => word)).toEqual([]);
});

test("methods, settings, letters and axes are all there", () => {
  const settings = Object.values(HYPERPARAMS).map(({ label, symbol }) => (words.has(lower(label)) ? label : symbol));
  const wanted = [
    ...settings,
    ...Object.values(OPTIMIZERS).map(({ name }) => name),
    ...Object.keys(TERMS),
    ...X_AXES.filter((axis) => axis !== "steps" && axis !== "seconds"),
  ];
  expect(wanted.map(lower).filter((word) => !words.has(word))).toEqual([]);
});

test("what the comparison costs is told under the titles of its columns", () => {
  const titles = COMPARISON_COLUMNS({ metric: "accuracy" } as never).map(({ title }) => lower(title));
  expect(titles.filter((title) => words.has(title))).toEqual(["train loss", "test loss", "ms / step", "peak tensors"]);
  expect(titles).toContain("passes / step"); // its cells say "f + b"
  expect(words.has("f + b")).toBe(true);
});

/** Sources of the page's components, with their paths. */
const SOURCES = readdirSync(COMPONENTS, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".tsx"))
  .map((path) => readFileSync(join(COMPONENTS, path), "utf8"));

test("every word that a part of the page opens is there, and every place that an entry leads to is a heading", () => {
  const opened = SOURCES.flatMap((source) =>
    [...source.matchAll(/<Word word="([^"]+)"/g)].map(([, word = ""]) => word),
  );
  const titles = COMPARISON_COLUMNS({ metric: "accuracy" } as never).flatMap(({ word }) => word ?? []);
  expect(opened.length).toBeGreaterThan(5);
  expect([...opened, ...titles].filter((word) => entryOf(word) === undefined)).toEqual([]);
  const headings = SOURCES.flatMap((source) =>
    [...source.matchAll(/<SectionHeading place="([^"]+)"/g)].map(([, place]) => place),
  );
  expect(new Set(["price", ...headings])).toEqual(new Set(Object.keys(ARTICLE_PLACES)));
  expect(entries.filter(({ place }) => place !== undefined).length).toBeGreaterThan(30);
});

test("a question finds by word, by name, by index and by what the sentence says; one that nothing has finds nothing", () => {
  const found = (question: string) => lookUp(question).flatMap((group) => group.entries.map(({ word }) => word));
  expect(found("λFSD")).toEqual(["λ_FSD"]);
  expect(found("lookahead")).toContain("θ′");
  expect(found("KRONECKER preconditioner")).toEqual(["APO-P"]);
  expect(found("")).toHaveLength(entries.length);
  expect(found("perpetuum")).toEqual([]);
});
