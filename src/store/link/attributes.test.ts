import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shortName } from "../../config/experiment/shorthand";
import { HYPERPARAM_NAMES } from "../../config/tables/hyperparams";
import { EXPERIMENT_PARAMETERS, WRITER } from "./linkParameters";
import { VIEW_PARAMETERS } from "./viewParameters";

const source = readFileSync("src/host/parameters.ts", "utf8");

/** Words of a list of the element's script, which imports nothing of the page. */
const wordsOf = (name: string) => {
  const list = new RegExp(`const ${name} =(.*?);`, "s").exec(source)?.[1] ?? "";
  return [...list.matchAll(/"(.*?)"/g)].flatMap(([, words = ""]) => words.trim().split(" ")).toSorted();
};

test("the element passes on each part of a link but the one that it gives itself, and each setting", () => {
  const parts = [...EXPERIMENT_PARAMETERS, ...VIEW_PARAMETERS, WRITER].filter((name) => name !== "embed");
  expect(wordsOf("PARTS")).toEqual(parts.toSorted());
  const settings = HYPERPARAM_NAMES.flatMap((name) => [name.toLowerCase(), shortName(name).toLowerCase()]);
  expect(wordsOf("SETTINGS")).toEqual([...new Set(settings)].toSorted());
});
