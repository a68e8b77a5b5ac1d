import { describe, expect, it } from "vitest";
import type { CarRow } from "../../config/tables/dataFiles";
import { DEFAULT_TASK_OPTIONS } from "../../config/tables/taskOptions";
import { allNumbers } from "../data/inputs";
import { TaskError } from "../taskError";
import { publicData, readPublicData } from "../testing/publicData";
import { createCars } from "./cars";

const OPTIONS = { ...DEFAULT_TASK_OPTIONS, trainImages: 3000 };
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe("cars", () => {
  it("drops the 14 rows with gaps of 406 and says so", async () => {
    const { io, reports } = publicData();
    const { train, test } = await createCars(7, OPTIONS, io);
    expect(train.count + test.count).toBe(392); // the complete rows that the literature on this table uses
    expect(reports.at(-1)).toEqual({ fraction: 1, detail: "392 cars; 14 rows with gaps dropped" });
  });

  it("standardises inputs and target with the training rows", async () => {
    const { train, test } = await createCars(7, OPTIONS, publicData().io);
    const moments = (values: number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
    };
    const columns = [0, 1, 2, 3, 4, 5].map((c) => Array.from(allNumbers(train.x)).filter((_, i) => i % 6 === c));
    for (const values of [...columns, Array.from(train.y)]) {
      const { mean, variance } = moments(values);
      expect(Math.abs(mean)).toBeLessThan(1e-6);
      expect(Math.abs(variance - 1)).toBeLessThan(1e-5);
    }
    expect(Math.abs(moments(Array.from(test.y)).mean)).toBeGreaterThan(1e-4);
  });

  it("keeps each car's columns together: heavier cars go fewer miles on a gallon", async () => {
    const { train } = await createCars(7, OPTIONS, publicData().io);
    const products = Array.from(train.y, (y, n) => y * (allNumbers(train.x)[6 * n + 3] as number));
    const correlation = products.reduce((sum, value) => sum + value, 0) / train.count;
    expect(correlation).toBeGreaterThan(-0.88); // −0.832 over all 392 rows
    expect(correlation).toBeLessThan(-0.78);
  });

  it("draws every held-out car, in miles per gallon as the table has them", async () => {
    const { picture, test } = await createCars(7, OPTIONS, publicData().io);
    if (picture.kind !== "parity") throw new Error(`The picture is ${picture.kind}.`);
    expect(picture).toMatchObject({
      points: "examples",
      outOf: 78,
      openFrom: 78,
      quantity: { name: "miles per gallon" },
    });
    expect(picture.inputs).toEqual(allNumbers(test.x));
    const rows = JSON.parse(new TextDecoder().decode(await readPublicData("cars/cars.json"))) as CarRow[];
    const known = new Set(rows.map((row) => row.Miles_per_Gallon?.toFixed(3)));
    const { mean, deviation } = picture.quantity;
    expect(picture.targets).toHaveLength(78);
    for (const target of picture.targets) expect(known).toContain((mean + deviation * target).toFixed(3));
  });

  it("splits by the seed", async () => {
    const [first, other] = await Promise.all([7, 8].map((seed) => createCars(seed, OPTIONS, publicData().io)));
    expect(other?.test.y).not.toEqual(first?.test.y);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ["text instead of numbers", encode([{ Year: "1970-01-01", Cylinders: "8" }]), /form at 0\./],
    ["hardly a row", encode([]), /0 complete rows; at least 100/],
    ["no JSON", new Uint8Array([60]), /not JSON/],
  ])("names the file where it has %s", async (_, bytes, message) => {
    const error = await createCars(7, OPTIONS, publicData({ "cars/cars.json": bytes }).io).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(TaskError);
    expect((error as TaskError).message).toMatch(message);
    expect((error as TaskError).title).toContain("data/cars/cars.json");
  });

  it("refuses a table in which every row has a gap", async () => {
    const rows = JSON.parse(new TextDecoder().decode(await readPublicData("cars/cars.json"))) as object[];
    const gaps = encode(rows.map((row) => ({ ...row, Horsepower: null })));
    await expect(createCars(7, OPTIONS, publicData({ "cars/cars.json": gaps }).io)).rejects.toThrow(/0 complete rows/);
  });
});
