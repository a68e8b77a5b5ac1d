// @ts-check
// Makes public/data/cars/cars.json from the npm package vega-datasets (installed with the other dependencies): the columns
// that the task needs, one row a line, gaps as null. Run it with: npm run data:cars
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../run.mjs";
import { DATA, writeChecksums } from "./checksums.mjs";

const COLUMNS = [
  "Miles_per_Gallon",
  "Cylinders",
  "Displacement",
  "Horsepower",
  "Weight_in_lbs",
  "Acceleration",
  "Year",
];

/** @type {Record<string, unknown>[]} */
const rows = JSON.parse(readFileSync(join(ROOT, "node_modules/vega-datasets/data/cars.json"), "utf8"));
const lines = rows.map((row) => JSON.stringify(Object.fromEntries(COLUMNS.map((name) => [name, row[name]]))));
mkdirSync(join(DATA, "cars"), { recursive: true });
writeFileSync(join(DATA, "cars", "cars.json"), `[\n${lines.join(",\n")}\n]\n`);
writeChecksums();
console.log(`cars.json: ${rows.length} rows of ${COLUMNS.length} columns`);
