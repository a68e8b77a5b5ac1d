import { expect, test } from "vitest";
import type { TranslationsPicture } from "../../config/tables/taskPicture";
import { testState } from "../testing/testState";
import { chartCsv } from "./chartTable";

const PICTURE: TranslationsPicture = {
  kind: "translations",
  languages: { source: { name: "English", tag: "en" }, target: { name: "German", tag: "de" } },
  sources: ["Good day", "Well, no"],
  targets: ["Guten Tag", "Nun, nein"],
  indices: [3, 8],
  tokens: ["<pad>", "<start>", "<end>", "<unk>", "Guten</w>", "Tag</w>"],
  limit: 3,
  scored: 200,
  outOf: 435,
};

test("translations are a line for each text and run, as words", () => {
  const start = testState(["sgdm", "adam"]);
  const values = Float32Array.of(4, 5, 2, 0, 0, 0);
  const [first, ...others] = start.runs;
  if (!first) throw new Error("There is no run.");
  const state = {
    ...start,
    step: 10,
    picture: PICTURE,
    runs: [{ ...first, predictions: [{ step: 10, values }] }, ...others],
  };
  expect(chartCsv(state, "fit")).toBe(
    [
      "series,step,pair,source,target,answer",
      "sgdm,10,3,Good day,Guten Tag,Guten Tag",
      'sgdm,10,8,"Well, no","Nun, nein",',
      "",
    ].join("\n"),
  );
});
