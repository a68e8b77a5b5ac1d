import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { ConfigError } from "../../config/experiment/notes";
import { DataError } from "../exitCodes";
import { compareCommand } from "./compareCommand";

const FOLDER = mkdtempSync(join(tmpdir(), "apo-compare-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));

function write(name: string, content: unknown): string {
  const file = join(FOLDER, name);
  const text = typeof content === "string" ? content : JSON.stringify(content);
  writeFileSync(file, name.endsWith(".gz") ? gzipSync(text) : text);
  return file;
}
const log = (...trainLoss: number[]) => ({
  runs: [{ run: "sgdm", columns: { step: trainLoss.map((_, step) => step), trainLoss } }],
});
/** What the command prints, and its status. */
function compare(...argv: string[]): { text: string; status: number } {
  let text = "";
  const status = compareCommand(argv, (line) => {
    text += line;
  });
  return { text, status };
}
const a = write("a.json", log(1, 0.5, 0.25));
const b = write("b.json.gz", log(1, 0.5, 0.25 * (1 + 2 ** -10)));

it("prints the largest difference of each column with its step, and ends with 0 or 4", () => {
  const same = compare(a, b, "--rtol", "1e-3");
  expect(same.text).toMatch(/sgdm +trainLoss +3 +9\.8e-4 +2 +0\.25 +0\.250244140625\n/);
  expect(same.text).toMatch(/The same within rtol 0\.001\. The largest difference is 9\.8e-4, relative\.$/);
  expect(same.status).toBe(0);
  const other = compare("--rtol=1e-5", a, b);
  expect(other.text).toMatch(/Not the same within rtol 0\.00001: first at step 2, sgdm, trainLoss\./);
  expect(other.status).toBe(4);
});

it("gives the findings as JSON and as a page that shows no markup of a file", () => {
  const odd = write("odd.json", { runs: [{ run: "<b>x</b>", columns: { trainLoss: [1] } }] });
  const html = join(FOLDER, "out.html");
  const { text, status } = compare(odd, a, "--json", "--html", html);
  expect(status).toBe(4);
  expect(JSON.parse(text)).toMatchObject({
    isSame: false,
    columns: [],
    onlyInOne: [{ text: "The run sgdm is only in b." }, { text: "The run <b>x</b> is only in a." }],
  });
  expect(readFileSync(html, "utf8")).toContain("The run &#60;b&#62;x&#60;/b&#62; is only in a.");
  expect(readFileSync(html, "utf8")).not.toContain("<b>");
});

it.each([
  ["no JSON", "{", /cannot be read as JSON/],
  ["no runs", {}, /It has no list of runs/],
  ["a run without columns", { runs: [{ run: "x" }] }, /runs\.0 cannot be compared/],
  [
    "a column of words",
    { runs: [{ run: "x", columns: { trainLoss: ["1"] } }] },
    /columns\.trainLoss cannot be compared/,
  ],
  [
    "columns of two lengths",
    { runs: [{ run: "x", columns: { step: [0, 1], trainLoss: [1] } }] },
    /1 values for 2 steps/,
  ],
  [
    "a step that comes again",
    { runs: [{ run: "x", columns: { step: [0, 0], trainLoss: [1, 1] } }] },
    /runs\.0\.columns\.step cannot be compared\. In row 1 stands 0 after 0\. Give whole numbers/,
  ],
  [
    "no number of a step",
    { runs: [{ run: "x", columns: { step: [0, null], trainLoss: [1, 1] } }] },
    /In row 1 stands null after 0/,
  ],
  [
    "two runs of one name",
    {
      runs: [
        { run: "x", columns: {} },
        { run: "x", columns: {} },
      ],
    },
    /runs\.1 cannot be compared\. Its name "x" is taken/,
  ],
  [
    "weights without layers",
    { runs: [{ run: "x", columns: {}, params: [{ step: 0 }] }] },
    /runs\.0\.params cannot be compared\. It has \{"step":0\}\. Give a list of/,
  ],
])("a file with %s is a fault of the data, and named", (_, content, message) => {
  const file = write("bad.json", content);
  expect(() => compare(file, a)).toThrow(DataError);
  expect(() => compare(file, a)).toThrow(message);
});

it.each([
  ["--rtol", "x", /--rtol is "x"\. Allowed: a number from 0/],
  ["--rtol", "-1", /ambiguous/],
  ["--nonsense", "1", /Unknown option '--nonsense'/],
  ["--columns", "trainloss", /There is no column "trainloss"\. Allowed: trainLoss\./],
  ["--columns", ",", /--columns names none\. Found: trainLoss\./],
])("the option %s %s is named", (option, value, message) => {
  expect(() => compare(a, b, option, value)).toThrow(ConfigError);
  expect(() => compare(a, b, option, value)).toThrow(message);
});
