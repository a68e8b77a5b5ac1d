import { afterEach, expect, test } from "vitest";
import type { CsvChoice } from "../../config/experiment/csv";
import { createCounterRace } from "../testing/counterRace";
import { openTestTrainer, type TestPage } from "../testing/testTrainer";

let page: TestPage;
afterEach(() => page.close());

const NO_WISH: CsvChoice = { file: "t.csv", target: null, inputs: null };
const good = `a,b,c\n${Array.from({ length: 40 }, (_, i) => `${i},${(i * 7) % 40},${i === 3 ? "" : 2 * i}`).join("\n")}`;
const csvOf = (id: string, text: string) => ({ id, name: "t.csv", bytes: new Blob([text]) });
const read = (id: string, text: string, wish = NO_WISH) => page.send({ type: "readCsv", csv: csvOf(id, text), wish });

test("a file is read and trained on, and a restart does not read it again", async () => {
  page = openTestTrainer();
  read("f1", good, { ...NO_WISH, inputs: ["a", "d"] });
  const answer = await page.next("csvRead");
  expect(answer).toMatchObject({
    experiment: "",
    id: "f1",
    summary: { file: "t.csv", rows: 40, delimiter: "," },
    choice: { target: "c", inputs: ["a"] },
    notices: [{ level: "warning", title: 't.csv has no column "d"' }],
  });
  expect(JSON.stringify(answer)).not.toContain("values"); // no row comes back to the page
  const config = { task: "csv", seed: 2, csv: answer.choice, optimizers: [{ id: "sgdm" }] };
  page.configure("a", config, null, csvOf("f1", good));
  expect(await page.next("ready")).toMatchObject({
    sizes: { trainCount: 31, testCount: 8, parameterCount: 64 * 2 + 65 },
    csv: { target: "c", inputs: ["a"], dropped: 1, leftOut: 0 },
  });
  page.send({ type: "step", experiment: "a" });
  await page.next("rows");
  // The worker holds the table of f1: bytes that could not be read again do no harm.
  page.configure("b", { ...config, seed: 3 }, null, csvOf("f1", "no table"));
  expect(await page.next("ready")).toMatchObject({ experiment: "b" });
});

test("what a file's numbers are written with is told, and a notice says what could be read in two ways", async () => {
  page = openTestTrainer();
  const numbers = Array.from({ length: 40 }, (_, i) => `${900 + i};${i}`);
  read("f1", ["a;b", ...numbers, "1.002;7"].join("\n"));
  expect(await page.next("csvRead", ({ id }) => id === "f1")).toMatchObject({
    summary: {
      delimiter: ";",
      numbers: { decimal: null, between: ["."], doubt: { line: 42, taken: 1002, other: 1.002 } },
    },
    notices: [{ level: "warning", title: "The numbers of t.csv can be read in two ways" }],
  });
  read("f2", ["a;b", ...numbers, "1.002;0,5"].join("\n"));
  expect(await page.next("csvRead", ({ id }) => id === "f2")).toMatchObject({
    summary: { numbers: { decimal: ",", between: ["."], doubt: null } },
    notices: [],
  });
});

test("a file that is refused leaves the run and the file before it alone", async () => {
  page = openTestTrainer({ createRace: (_, { runs }) => createCounterRace(runs, { workMs: 1 }) });
  page.configure("a", { task: "csv", csv: NO_WISH, optimizers: [{ id: "sgdm" }] }, null, csvOf("f1", good));
  await page.next("status", ({ status }) => status === "idle");
  page.send({ type: "play", experiment: "a" });
  const { step } = await page.next("rows");
  read("f2", "a,b\n1,2\n3\n");
  const { notice } = await page.next("csvRefused", ({ id }) => id === "f2");
  expect(notice).toMatchObject({ level: "error", title: "t.csv cannot be read: line 3, column 2 is missing" });
  expect((await page.next("rows")).step).toBeGreaterThan(step);
  expect(page.all("failure")).toEqual([]);
  page.configure("b", { task: "csv", csv: NO_WISH, optimizers: [{ id: "sgdm" }] }, null, csvOf("f1", "no table"));
  await page.next("ready", ({ experiment }) => experiment === "b");
});

test("a file that is too large or unreadable is refused by name", async () => {
  page = openTestTrainer();
  const bytes = new Blob([new Uint8Array(64 * 2 ** 20 + 1)]);
  page.send({ type: "readCsv", csv: { id: "f1", name: "big.csv", bytes }, wish: NO_WISH });
  expect((await page.next("csvRefused")).notice).toMatchObject({ title: "big.csv is too large" });
  page.configure("a", { task: "csv", optimizers: [{ id: "sgdm" }] });
  expect((await page.next("failure")).notice.title).toBe("There is no file to train on");
});
