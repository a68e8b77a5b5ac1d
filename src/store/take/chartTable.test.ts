import { expect, test } from "vitest";
import type { WorkerEvent } from "../../protocol/messages";
import { applyEvent } from "../experiment/applyEvent";
import { columnValues } from "../experiment/columns";
import { testState } from "../testing/testState";
import { chartCsv } from "./chartTable";
import { csvText } from "./csvText";
import { runCsv } from "./runCsv";

const LENGTH = 700;
/** Numbers with all their digits, more rows than a chart draws and than a chunk of a log holds. */
const losses = Array.from({ length: LENGTH }, (_, step) => 1 / (step + 3) + 1e-17 * step);

function trained() {
  const events: WorkerEvent[] = [
    {
      ...{ type: "rows", experiment: "e1", step: LENGTH, metaSteps: {} },
      runs: [
        {
          run: "apo-p",
          columns: {
            step: losses.map((_, step) => step),
            trainLoss: losses,
            learningRate: losses.map((loss) => loss / 7),
            objective: losses.map((loss, step) => (step % 5 === 0 ? loss : null)),
            objectiveLoss: losses.map((loss, step) => (step % 5 === 0 ? loss : null)),
            fsd: losses.map((_, step) => (step % 5 === 0 ? 0.1 : null)),
            wsd: losses.map((_, step) => (step % 5 === 0 ? 0.2 : null)),
          },
        },
      ],
    },
    {
      ...{ type: "evaluation", experiment: "e1", run: "apo-p" },
      evaluation: { step: LENGTH, trainLoss: 0.1 + 0.2, testLoss: 0.5, testMetric: 0.75 },
    },
  ];
  return events.reduce(applyEvent, testState());
}

const cells = (text: string | null) =>
  (text ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));

test("the numbers of a chart are raw, all of them, and read back to the last digit", () => {
  const state = trained();
  const [titles, ...rows] = cells(chartCsv(state, "loss"));
  expect(titles).toEqual(["step", "run", "optimizer", "trainLoss", "evaluatedTrainLoss", "testLoss"]);
  const log = state.runs[0]?.columns;
  if (!log) throw new Error("no run");
  const steps = rows.filter((row) => row[3] !== "");
  expect(steps.map((row) => Number(row[3]))).toEqual(columnValues(log, "trainLoss"));
  expect(steps.map((row) => Number(row[0]))).toEqual(columnValues(log, "step"));
  expect(rows.at(-1)).toEqual([String(LENGTH), "apo-p", "apo-p", "", String(0.1 + 0.2), "0.5"]);
});

test("of quantities that only some steps have, those steps have a row", () => {
  const rows = cells(chartCsv(trained(), "q")).slice(1);
  expect(rows).toHaveLength(LENGTH / 5);
  expect(rows[1]).toEqual(["5", "apo-p", "apo-p", ...[losses[5], losses[5], 0.1, 0.2, 1, 0].map(String)]);
  expect(cells(chartCsv(trained(), "accuracy"))).toEqual([
    ["step", "run", "optimizer", "testMetric"],
    [String(LENGTH), "apo-p", "apo-p", "0.75"],
  ]);
});

test("the whole run has a row for each step and run with all columns, and one for an evaluation behind its last step", () => {
  const [titles = [], ...rows] = cells(runCsv(trained()));
  expect(rows).toHaveLength(LENGTH + 1);
  const column = (title: string) => rows.map((row) => row[titles.indexOf(title)]);
  expect(column("trainLoss").slice(0, -1).map(Number)).toEqual(losses);
  expect(column("learningRate")[1]).toBe(String((losses[1] ?? 0) / 7));
  expect([rows.at(-1)?.[0], column("testLoss").at(-1), column("testMetric").at(-1)]).toEqual(["700", "0.5", "0.75"]);
  expect(column("evaluatedTrainLoss").at(-1)).toBe(String(0.1 + 0.2));
  expect(runCsv(testState())).toBeNull();
});

test("the comparison's numbers read back to the last digit, with the settings in words behind them", () => {
  const [titles = [], row = []] = cells(chartCsv(trained(), "table"));
  const learningRate = String((losses.at(-1) ?? 0) / 7);
  expect(row.slice(0, 7)).toEqual([String(LENGTH), "apo-p", "apo-p", String(0.1 + 0.2), "0.5", "0.75", learningRate]);
  expect(titles.slice(-2)).toEqual(["settings", "chosen"]);
  expect(chartCsv(trained(), "table")).toMatch(/,"(?:by hand|grid)[^"]*"\n/); // it has commas
});

test("a figure without numbers has no file", () => {
  const charts = ["loss", "q", "rate", "accuracy", "gap", "spectrum", "spectra", "fit", "lookahead", "effect"] as const;
  for (const chart of [...charts, "landscape", "map", "table"] as const)
    expect(chartCsv(testState(), chart), chart).toBeNull();
});

test("cells with commas, quotes or lines in them stand in quotes, numbers as their shortest text, nothing as nothing", () => {
  expect(
    csvText(
      ["a", "b"],
      [
        ['x,"y"', 1e-7],
        ["two\nlines", null],
      ],
    ),
  ).toBe('a,b\n"x,""y""",1e-7\n"two\nlines",\n');
});

test("a text that a spreadsheet would run is text: behind an apostrophe; a number stays one", () => {
  const rows = [
    ["=1+1", -2],
    ["@x", 3],
    ['-1+cmd|"x"', null],
    ["a=b", 0],
  ] as const;
  expect(csvText(["+a", "b"], rows)).toBe('\'+a,b\n\'=1+1,-2\n\'@x,3\n"\'-1+cmd|""x""",\na=b,0\n');
});
