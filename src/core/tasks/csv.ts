import { CSV_LIMITS, type CsvUse } from "../../config/experiment/csv";
import { quote } from "../../config/experiment/notes";
import type { TaskPicture } from "../../config/tables/taskPicture";
import { TASKS } from "../../config/tables/tasks";
import { chooseColumns } from "../data/csv/chooseColumns";
import { standardizer } from "../data/csv/standardizer";
import type { CsvTable } from "../data/csv/table";
import type { LayerSpec } from "../nn/layerSpec";
import { stream } from "../random";
import { TaskError } from "../taskError";
import { initialParams } from "./init";
import { examplesPicture } from "./parityPicture";
import type { CreateTask, Split } from "./task";

const TRAIN_SHARE = 0.8;
const HIDDEN = 64;
const GRID_POINTS = 200;

/** A test row farther from the training rows' mean than this many deviations: its square leaves single precision. */
const FARTHEST = 1e9;

/** A column by name, standardised with the training rows. One that is constant over them says nothing: it stays 0. */
function standardize({ file, columns, lines }: CsvTable, name: string, train: Int32Array) {
  const column = columns.findIndex((one) => one.name === name);
  const values = columns[column]?.values ?? new Float64Array(0);
  const { mean, deviation, scaled } = standardizer(Float64Array.from(train, (row) => values[row] as number));
  const scaledRow = (row: number) => {
    const value = scaled(values[row] as number);
    if (Math.abs(value) <= FARTHEST) return value;
    throw new TaskError(
      `${values[row]} in line ${lines[row]}, column ${column + 1} of ${file} is too far from the other numbers`,
      `In ${quote(name)} it lies ${value.toPrecision(1)} deviations from the mean of the rows that are trained on; at most ${FARTHEST} can be computed with.`,
      "Correct the number, or leave its row or column out.",
    );
  };
  return { mean, deviation, scaled: scaledRow };
}

/**
 * Regression on a table that a person brought: chosen columns, standardised with the training rows' mean and deviation, so
 * that the RMSE is in deviations of the target. Rows with a missing value are dropped; 80% train, split by the seed, which
 * also draws 20,000 rows where there are more. Throws `TaskError` without a table, or where the choice does not fit it.
 */
export const createCsv: CreateTask = async (seed, _options, { csv, report }) => {
  if (!csv) {
    throw new TaskError(
      "There is no file to train on",
      "The task csv trains on a table of yours; its rows are in no link and no config.",
      "Choose the file on the page, or name it on the command line: --task csv --csv FILE.",
    );
  }
  const { table } = csv;
  report(0, table.file);
  const { choice, complete } = chooseColumns(table, csv.choice, "strict");
  const order = stream(seed, "csv.split").permutation(complete.length).slice(0, CSV_LIMITS.rows);
  const rows = order.map((index) => complete[index] as number);
  const trainCount = Math.round(TRAIN_SHARE * rows.length);
  const train = rows.subarray(0, trainCount);
  const inputs = choice.inputs.map((name) => standardize(table, name, train));
  const target = standardize(table, choice.target, train);
  if (target.deviation === 0) throw constantTarget(table.file, choice.target);

  const split = (part: Int32Array): Split<Float32Array> => {
    const x = new Float32Array(part.length * inputs.length);
    part.forEach((row, n) => {
      inputs.forEach(({ scaled }, i) => {
        x[n * inputs.length + i] = scaled(row);
      });
    });
    return { x, y: Float32Array.from(part, target.scaled), count: part.length };
  };
  const layers: LayerSpec[] = [
    { kind: "dense", inputs: inputs.length, outputs: HIDDEN, activation: "tanh", bias: true },
    { kind: "dense", inputs: HIDDEN, outputs: 1, activation: "linear", bias: true },
  ];
  const use: CsvUse = {
    target: choice.target,
    inputs: choice.inputs,
    trainCount,
    testCount: rows.length - trainCount,
    dropped: table.rows - complete.length,
    leftOut: complete.length - rows.length,
    mean: target.mean,
    deviation: target.deviation,
  };
  const [trainSplit, testSplit] = [split(train), split(rows.subarray(trainCount))];
  report(1, `${rows.length} rows of ${table.file}; ${use.dropped} with missing values dropped`);
  return {
    inputShape: [inputs.length],
    train: trainSplit,
    test: testSplit,
    layers,
    loss: TASKS.csv.loss,
    initialParams: initialParams(seed, layers),
    picture:
      inputs.length === 1
        ? functionPicture(trainSplit, testSplit)
        : examplesPicture(testSplit, { name: choice.target, mean: target.mean, deviation: target.deviation }),
    csv: use,
  };
};

/** With one input the network is a function to draw, over the range of the training rows. */
function functionPicture(train: Split<Float32Array>, test: Split<Float32Array>): TaskPicture {
  const low = train.x.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const high = train.x.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY);
  const [start, end] = low < high ? [low, high] : [-1, 1];
  return {
    kind: "function",
    trainX: train.x,
    trainY: Float32Array.from(train.y),
    testX: test.x,
    testY: Float32Array.from(test.y),
    gridX: Float32Array.from({ length: GRID_POINTS }, (_, i) => start + ((end - start) * i) / (GRID_POINTS - 1)),
  };
}

function constantTarget(file: string, target: string): TaskError {
  return new TaskError(
    `The target ${quote(target)} of ${file} does not vary`,
    "It has the same number in every complete row that this seed trains on.",
    "Choose another target, or another seed.",
  );
}
