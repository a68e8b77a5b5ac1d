import { describe, expect, it } from "vitest";
import { DEFAULT_TASK_OPTIONS } from "../../config/tables/taskOptions";
import { readCsv } from "../data/csv/readCsv";
import { allNumbers } from "../data/inputs";
import { publicData } from "../testing/publicData";
import { createCsv } from "./csv";

const OPTIONS = DEFAULT_TASK_OPTIONS;
const tableOf = (lines: readonly string[]) => readCsv(new TextEncoder().encode(lines.join("\n")), "t.csv");
const create = (lines: readonly string[], seed = 7, inputs: string[] | null = null) =>
  createCsv(seed, OPTIONS, {
    ...publicData().io,
    csv: { table: tableOf(lines), choice: { file: "t.csv", target: "y", inputs } },
  });
const range = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Population mean and variance. */
function momentsOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

describe("the task csv", () => {
  const lines = ["a,y,b", ...range(50).map((i) => `${1000 + i},${i % 7 === 0 ? "" : 3 * i},${(i * 37) % 50}`)];

  it("drops and counts rows with missing values, and splits the rest by the seed, four fifths for training", async () => {
    const { csv, train, test } = await create(lines);
    expect(csv).toMatchObject({ target: "y", inputs: ["a", "b"], dropped: 8, leftOut: 0 }); // 0, 7, … 49
    expect([train.count, test.count]).toEqual([34, 8]); // 42 rows
    expect([csv?.trainCount, csv?.testCount]).toEqual([34, 8]);
    expect((await create(lines)).train).toEqual(train);
    expect((await create(lines, 8)).train).not.toEqual(train);
  });

  it("standardises with the training rows, and tells the target's own unit", async () => {
    const { csv, train, test } = await create(lines);
    for (const values of [
      train.y,
      allNumbers(train.x).filter((_, i) => i % 2 === 0),
      allNumbers(train.x).filter((_, i) => i % 2 === 1),
    ]) {
      const { mean, variance } = momentsOf(Array.from(values));
      expect(Math.abs(mean)).toBeLessThan(1e-6);
      expect(Math.abs(variance - 1)).toBeLessThan(1e-5);
    }
    const { mean = 0, deviation = 0 } = csv ?? {};
    const back = [...train.y, ...test.y].map((y) => Math.round(y * deviation + mean));
    expect(back.toSorted((a, b) => a - b)).toEqual(range(50).flatMap((i) => (i % 7 === 0 ? [] : 3 * i)));
    // y = 3 (a − 1000), so both standardise to the same number in every row, test rows too
    for (const { x, y } of [train, test])
      for (const [n, value] of y.entries()) expect(allNumbers(x)[2 * n]).toBeCloseTo(value, 5);
  });

  it("draws the function over the range of the training rows where it has one input", async () => {
    const { picture, train } = await create(lines, 7, ["a"]);
    if (picture.kind !== "function") throw new Error(`a table of one input has a picture of kind ${picture.kind}`);
    expect(picture.trainX).toEqual(allNumbers(train.x));
    expect([picture.gridX[0], picture.gridX.at(-1)]).toEqual([
      Math.min(...allNumbers(train.x)),
      Math.max(...allNumbers(train.x)),
    ]);
    expect(picture.gridX).toEqual(picture.gridX.toSorted());
  });

  it.each([2, 40])(
    "asks for its first held-out rows where it has %i inputs, in the unit of the target",
    async (wide) => {
      const names = range(wide).map((i) => `x${i}`);
      const rows = range(1500).map((n) => [...names.map((_, i) => (n * (i + 3)) % 97), 500 + 2 * n].join(","));
      const { picture, test } = await create([`${names},y`, ...rows]);
      if (picture.kind !== "parity") throw new Error(`a table of ${wide} inputs has a picture of kind ${picture.kind}`);
      expect(picture).toMatchObject({ points: "examples", openFrom: 200, outOf: 300, quantity: { name: "y" } });
      expect(picture.inputs).toEqual(allNumbers(test.x).slice(0, 200 * wide));
      const { mean, deviation } = picture.quantity;
      for (const [n, target] of picture.targets.entries()) {
        const y = mean + deviation * target;
        expect(y).toBeCloseTo(500 + 2 * Math.round((y - 500) / 2), 2); // as the file has it
        expect(target).toBe(test.y[n]);
      }
    },
  );

  it("lets the seed draw 20,000 of more rows, and counts the others", async () => {
    const long = ["a,y", ...range(20_010).map((i) => `${i},${i}`)];
    const { csv } = await create(long);
    expect(csv).toMatchObject({ trainCount: 16_000, testCount: 4_000, leftOut: 10, dropped: 0 });
  });

  it("gives 0 for an input that does not vary over the training rows, and refuses such a target", async () => {
    // One of 40 rows differs; in four of five seeds it is a training row.
    const rare = ["a,b,y", ...range(40).map((i) => `${i},${i === 3 ? 1 : 0},${i}`)];
    const tasks = await Promise.all(range(12).map((seed) => create(rare, seed)));
    const flat = tasks.filter(({ train }) => allNumbers(train.x).every((x, i) => i % 2 === 0 || x === 0));
    expect(flat.length).toBeGreaterThan(0);
    expect(flat.length).toBeLessThan(12);
    for (const { test } of flat) expect(allNumbers(test.x).filter((_, i) => i % 2 === 1)).toEqual(new Float32Array(8));
    const still = ["a,y", ...range(40).map((i) => `${i},${i === 3 ? 1 : 0}`)];
    const results = await Promise.allSettled(range(12).map((seed) => create(still, seed)));
    const reasons = results.flatMap((result) => (result.status === "rejected" ? [String(result.reason)] : []));
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.every((reason) => /target "y" of t\.csv does not vary.*another seed/.test(reason))).toBe(true);
  });

  it.each([
    ["1e-200", 1],
    ["1e-310", 1],
    ["1e200", 1],
    ["1e306", 1],
    ["-1e306", -1],
  ])("columns in a unit of %s come to the numbers of plain ones", async (unit, sign) => {
    const exponent = Number(unit.split("e")[1]);
    const plain = ["a,y,b", ...range(40).map((i) => `${i},${(i * 7) % 40},${i % 5}`)];
    const other = [
      "a,y,b",
      ...range(40).map((i) => `${sign * i}e${exponent},${sign * ((i * 7) % 40)}e${exponent},${i % 5}`),
    ];
    const [one, two] = [await create(plain), await create(other)];
    const digits = exponent === -310 ? 3 : 5; // the smallest doubles have fewer digits
    for (const part of ["train", "test"] as const) {
      for (const [i, y] of one[part].y.entries()) expect(two[part].y[i]).toBeCloseTo(sign * y, digits);
      for (const [i, x] of allNumbers(one[part].x).entries())
        expect(allNumbers(two[part].x)[i]).toBeCloseTo(i % 2 === 0 ? sign * x : x, digits);
    }
    const { mean = 0, deviation = 0 } = two.csv ?? {};
    expect(mean / Number(`1e${exponent}`)).toBeCloseTo(sign * (one.csv?.mean ?? 0), digits - 1);
    expect(deviation / Number(`1e${exponent}`)).toBeCloseTo(one.csv?.deviation ?? 0, digits - 1);
  });

  it("names a number of a test row that is too far from those trained on, by line and column", async () => {
    // 0 and 1 but for two rows: where the seed tests on both, they lie some 1e30 deviations away
    const far = new Map([
      [9, "1e30"],
      [20, "2e30"],
    ]);
    const rare = ["b,y,a", "", ...range(40).map((i) => `${(i * 3) % 40},${i},${far.get(i) ?? i % 2}`)];
    const results = await Promise.allSettled(range(120).map((seed) => create(rare, seed)));
    const reasons = results.flatMap((result) => (result.status === "rejected" ? [String(result.reason)] : []));
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons)
      expect(reason).toMatch(
        /[12]e\+30 in line (12|23), column 3 of t\.csv is too far .* In "a" it lies \de\+30 deviations/,
      );
    for (const result of results)
      if (result.status === "fulfilled")
        expect([...allNumbers(result.value.train.x), ...allNumbers(result.value.test.x)].every(Number.isFinite)).toBe(
          true,
        );
  });

  it("asks for a file where there is none", async () => {
    const { readFile, report } = publicData().io;
    await expect(createCsv(7, OPTIONS, { readFile, report })).rejects.toThrow(/no file to train on.*--csv FILE/);
  });
});
