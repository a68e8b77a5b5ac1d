import type { CarRow } from "../../config/tables/dataFiles";
import { TASKS } from "../../config/tables/tasks";
import { corruptFile, readJson } from "../data/datasets";
import type { LayerSpec } from "../nn/layerSpec";
import { stream } from "../random";
import { initialParams } from "./init";
import { examplesPicture } from "./parityPicture";
import type { CreateTask, Split } from "./task";

const FILE = "cars/cars.json";
const TRAIN_SHARE = 0.8;
/** What a person knows of a car before driving it; Origin is left out because it is not a number. */
const INPUTS = ["Cylinders", "Displacement", "Horsepower", "Weight_in_lbs", "Acceleration", "Year"] as const;

const LAYERS: LayerSpec[] = [
  { kind: "dense", inputs: INPUTS.length, outputs: 32, activation: "tanh", bias: true },
  { kind: "dense", inputs: 32, outputs: 1, activation: "linear", bias: true },
];

/** Inputs and then miles per gallon, or null where one is missing. */
function toNumbers(row: CarRow): number[] | null {
  const values = INPUTS.map((name) => (name === "Year" ? Number(row.Year.slice(0, 4)) : row[name]));
  const all = [...values, row.Miles_per_Gallon];
  return all.every((value) => value !== null) ? all : null;
}

interface Moments {
  mean: number;
  deviation: number;
}

/** Mean and standard deviation of each column. */
function momentsOf(train: number[][]): Moments[] {
  return Array.from({ length: INPUTS.length + 1 }, (_, c) => {
    const values = train.map((row) => row[c] as number);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, deviation: Math.sqrt(variance) };
  });
}

/** Subtracts the mean and divides by the standard deviation, column by column. */
function standardize(moments: Moments[], rows: number[][]): number[][] {
  return rows.map((row) =>
    row.map((value, c) => {
      const { mean, deviation } = moments[c] as Moments;
      return (value - mean) / deviation;
    }),
  );
}

function toSplit(rows: number[][]): Split<Float32Array> {
  return {
    x: Float32Array.from(rows.flatMap((row) => row.slice(0, INPUTS.length))),
    y: Float32Array.from(rows, (row) => row[INPUTS.length] as number),
    count: rows.length,
  };
}

/**
 * Miles per gallon of cars from six columns, all standardised with the training rows' mean and deviation: the RMSE is in
 * standard deviations. Rows with a gap are dropped and their number reported; 80% train, split by the seed.
 */
export const createCars: CreateTask = async (seed, _options, { readFile, report }) => {
  report(0, "Fuel consumption table");
  const all = await readJson(readFile, FILE, ({ carRowsSchema }) => carRowsSchema);
  const complete = all.map(toNumbers).filter((row) => row !== null);
  if (complete.length < 100)
    throw corruptFile(FILE, `It has ${complete.length} complete rows; at least 100 are needed.`);
  const order = stream(seed, "cars.split").permutation(complete.length);
  const rows = Array.from(order, (row) => complete[row] as number[]);
  const trainCount = Math.round(TRAIN_SHARE * rows.length);
  const train = rows.slice(0, trainCount);
  report(1, `${complete.length} cars; ${all.length - complete.length} rows with gaps dropped`);
  const moments = momentsOf(train);
  const test = toSplit(standardize(moments, rows.slice(trainCount)));
  return {
    inputShape: [INPUTS.length],
    train: toSplit(standardize(moments, train)),
    test,
    layers: LAYERS,
    loss: TASKS.cars.loss,
    initialParams: initialParams(seed, LAYERS),
    picture: examplesPicture(test, { name: "miles per gallon", ...(moments[INPUTS.length] as Moments) }),
  };
};
