import { describe, expect, it } from "vitest";
import { TaskError } from "../../taskError";
import { chooseColumns } from "./chooseColumns";
import { readCsv } from "./readCsv";

/** 40 rows: id, name (text), rooms known in 19, price with one gap, a constant, an empty column. */
const LINES = Array.from({ length: 40 }, (_, i) => {
  const rooms = i % 2 === 0 || i === 1 ? "" : String(i);
  return [i, `house ${i}`, rooms, i * i, i === 5 ? "" : i * 3, 7, ""].join(",");
});
const TEXT = `id,name,rooms,area,price,country,notes\n${LINES.join("\n")}`;
const table = readCsv(new TextEncoder().encode(TEXT), "houses.csv");
const choose = (target: string | null, inputs: string[] | null, mode: "strict" | "lenient" = "strict") =>
  chooseColumns(table, { file: "houses.csv", target, inputs }, mode);

describe("columns of a table", () => {
  it("are by default the last of numbers as the target, from all others that vary and are not mostly missing", () => {
    const { choice, complete, notes } = choose(null, null);
    expect(choice).toEqual({ file: "houses.csv", target: "price", inputs: ["id", "area"] });
    expect(complete).toHaveLength(39);
    expect(Array.from(complete)).not.toContain(5);
    expect(notes).toEqual([]);
  });

  it("can be chosen, in any order, and never the target as an input", () => {
    expect(choose("area", ["price", "area", "id"]).choice).toEqual({
      file: "houses.csv",
      target: "area",
      inputs: ["price", "id"],
    });
  });

  it.each<[string, string | null, string[] | null, RegExp]>([
    ["is unknown", "cost", null, /no column "cost"\. It has: id, name, rooms/],
    ["is text", "name", null, /"name" of houses\.csv is not a column of numbers\. Line 2, column 2: "house 0"/],
    [
      "is text among the inputs",
      null,
      ["id", "name"],
      /Line 2, column 2: "house 0" is not a number\. Correct the cell/,
    ],
    ["is constant", null, ["country"], /"country" .* cannot be used\. It has the same number in every row/],
    ["is empty", "notes", null, /"notes" .* It has no values/],
    ["leaves too few rows", null, ["rooms"], /18 complete rows .* At least 20.*"rooms": 21.*fill in the gaps/],
  ])("are refused where one %s", (_, target, inputs, message) => {
    expect(() => choose(target, inputs)).toThrow(TaskError);
    expect(() => choose(target, inputs)).toThrow(message);
  });

  it("fall back on the page to what can be used, with a note for each that cannot", () => {
    const { choice, notes } = choose("name", ["id", "country", "cost"], "lenient");
    expect(choice).toMatchObject({ target: "price", inputs: ["id"] });
    expect(notes).toHaveLength(3);
    expect(notes[0]?.detail).toBe('Line 2, column 2: "house 0" is not a number. Using "price" as the target.');
    expect(choose(null, ["cost"], "lenient").choice.inputs).toEqual(["id", "area"]);
  });

  it("may be named by what is left out, of the text as well", () => {
    const without = (...names: string[]) => ({ file: "houses.csv", target: null, inputs: null, without: names });
    expect(chooseColumns(table, without("id", "name"), "strict").choice).toEqual({
      file: "houses.csv",
      target: "price",
      inputs: ["area"],
    });
    expect(() => chooseColumns(table, without("cost"), "strict")).toThrow(/no column "cost"\. It has: id/);
    expect(() => chooseColumns(table, without("id", "area"), "strict")).toThrow(
      /Every input .* is left out.* id, area/,
    );
    const { choice, notes } = chooseColumns(table, without("cost", "area"), "lenient");
    expect(choice.inputs).toEqual(["id"]);
    expect(notes.map(({ detail }) => detail)).toEqual([expect.stringContaining("Nothing is left out for it.")]);
    expect(chooseColumns(table, without("id", "area"), "lenient").choice.inputs).toEqual(["id", "area"]);
  });

  it("are too few where only one varies in numbers", () => {
    const lone = readCsv(new TextEncoder().encode(`a,b\n${LINES.map((_, i) => `${i},b${i}`).join("\n")}`), "t.csv");
    const wish = { file: "t.csv", target: null, inputs: null };
    expect(() => chooseColumns(lone, wish, "lenient")).toThrow(
      /one column of numbers.*Line 2, column 2.*"b": text "b0"/,
    );
  });
});
