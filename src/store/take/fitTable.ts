import type { TaskPicture, TranslationsPicture } from "../../config/tables/taskPicture";
import type { ExperimentState } from "../experiment/state";
import { type FittedRunModel, selectFit } from "../fit/fitSelectors";
import { answersOf } from "../fit/translationsModel";
import type { CsvCell, Table } from "./csvText";

type Row = readonly CsvCell[];

/** What the runs predict at the step shown, and what they should, in the terms of the task's picture. */
export function fitTable(state: ExperimentState): Table {
  const { picture, runs } = selectFit(state);
  const drawn = runs.filter(({ prediction }) => prediction !== null);
  return picture.kind === "none" ? { titles: [], rows: [] } : tableOf(picture, drawn);
}

function tableOf(picture: Exclude<TaskPicture, { kind: "none" }>, runs: readonly FittedRunModel[]): Table {
  const each = (row: (values: Float32Array, index: number) => Row): Row[] =>
    runs.flatMap(({ run, prediction }) =>
      Array.from(prediction?.values ?? [], (value, index) => [
        ...[run, prediction?.step],
        ...row(prediction?.values as Float32Array, index),
        value,
      ]),
    );
  const start = ["series", "step"];
  if (picture.kind === "function") {
    const points = (series: string, x: Float32Array, y: Float32Array): Row[] =>
      Array.from(x, (at, index) => [series, null, at, y[index]]);
    const data = [...points("train", picture.trainX, picture.trainY), ...points("test", picture.testX, picture.testY)];
    return { titles: [...start, "x", "y"], rows: [...data, ...each((_, index) => [picture.gridX[index]])] };
  }
  if (picture.kind === "surface") {
    const { columns, rows, bounds } = picture;
    const [xMin, xMax, yMin, yMax] = bounds;
    const x = (index: number) => xMin + ((xMax - xMin) * (index % columns)) / (columns - 1);
    const y = (index: number) => yMin + ((yMax - yMin) * Math.floor(index / columns)) / (rows - 1);
    const data = Array.from(picture.trainLabels, (label, index): Row => {
      return ["train", null, picture.trainX[2 * index], picture.trainX[2 * index + 1], label];
    });
    return { titles: [...start, "x", "y", "value"], rows: [...data, ...each((_, index) => [x(index), y(index)])] };
  }
  if (picture.kind === "images")
    return {
      titles: [...start, "image", "class", "guess"],
      rows: each((_, index) => [picture.indices[index], picture.labels[index]]),
    };
  if (picture.kind === "reconstruction") {
    const pixels = picture.width * picture.height;
    return {
      titles: [...start, "image", "pixel", "input", "output"],
      rows: each((_, index) => [picture.indices[Math.floor(index / pixels)], index % pixels, picture.inputs[index]]),
    };
  }
  if (picture.kind === "translations") return translationsRows(picture, runs);
  return { titles: [...start, "point", "target", "answer"], rows: each((_, index) => [index, picture.targets[index]]) };
}

/** A line for each text and run, without the ids that spell it. */
function translationsRows(picture: TranslationsPicture, runs: readonly FittedRunModel[]): Table {
  const rows = runs.flatMap(({ run, prediction }) =>
    (prediction ? answersOf(picture, prediction.values) : []).map(({ text }, row): Row => {
      return [run, prediction?.step, picture.indices[row], picture.sources[row], picture.targets[row], text];
    }),
  );
  return { titles: ["series", "step", "pair", "source", "target", "answer"], rows };
}
