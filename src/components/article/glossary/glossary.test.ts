import { expect, test } from "vitest";
import { GLOSSARY, lookUp } from "../../../config/tables/glossary/glossary";
import { HYPERPARAMS } from "../../../config/tables/hyperparams";
import { OPTIMIZERS } from "../../../config/tables/optimizers";
import { TERMS } from "../../../config/tables/terms";
import { X_AXES } from "../../../store/experiment/state";
import { COMPARISON_COLUMNS } from "../../comparison/comparisonColumns";

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
  expect(titles.filter((title) => words.has(title))).toEqual(["ms / step", "peak tensors"]);
  expect(titles).toContain("passes / step"); // its cells say "f + b"
  expect(words.has("f + b")).toBe(true);
});

test("a question finds by word, by name, by index and by what the sentence says; one that nothing has finds nothing", () => {
  const found = (question: string) => lookUp(question).flatMap((group) => group.entries.map(({ word }) => word));
  expect(found("λFSD")).toEqual(["λ_FSD"]);
  expect(found("lookahead")).toContain("θ′");
  expect(found("KRONECKER preconditioner")).toEqual(["APO-P"]);
  expect(found("")).toHaveLength(entries.length);
  expect(found("perpetuum")).toEqual([]);
});
