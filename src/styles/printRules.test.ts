import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SOURCE = join(import.meta.dirname, "..");
const SHEETS = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".css"))
  .map((path) => ({ path, text: readFileSync(join(SOURCE, path), "utf8") }));

test("what paper leaves out is said last in its sheet, where no rule for the screen shows it again", () => {
  const printed = SHEETS.filter(({ text }) => /@media print \{[^@]*display: none/.test(text));
  expect(printed.length).toBeGreaterThan(8);
  const undone = printed.filter(({ text }) => {
    const [, after = ""] = text.slice(text.lastIndexOf("@media print")).split(/\n {2}\}\n/);
    return after.includes("{");
  });
  expect(undone.map(({ path }) => path)).toEqual([]);
});
