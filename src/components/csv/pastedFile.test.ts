import { expect, test } from "vitest";
import { pastedFile } from "./pastedFile";

test.each([
  ["x,y\n1,2\n3,4", "pasted.csv"],
  ["x\ty\r\n1\t2", "pasted.csv"],
  ["\n x;y\r1;2 ", "pasted.csv"],
  ['{"format":"apo-experiment/1"}', "pasted.json"],
  [' \n{\n"a": 1}', "pasted.json"],
  ["https://example.org/?task=sine", null],
  ["0.3", null],
  ["x,y\n", null],
  ["", null],
])("a pasted %j is taken for %j, with all of its text", async (text, name) => {
  const file = pastedFile(text);
  expect(file?.name ?? null).toBe(name);
  if (file) expect(await file.text()).toBe(text);
});
