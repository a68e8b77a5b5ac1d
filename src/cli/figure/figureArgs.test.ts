import { expect, test } from "vitest";
import { readFigureArgs } from "./figureArgs";

test("a link is taken whole or as its query, and opens what the chart needs, at full speed", () => {
  const read = (link: string, ...more: string[]) => readFigureArgs([link, "--out", "a.svg", ...more]);
  const query = read("task=sine&steps=9")?.query;
  expect(query).toBe("task=sine&steps=9&test=1");
  expect(read("?task=sine&steps=9")?.query).toBe(query);
  expect(read("https://example.org/apo/?task=sine&steps=9&embed=1&speed=2#top")?.query).toBe(query);
  expect(read("https://example.org/apo/")?.query).toBe("test=1");
  expect(readFigureArgs(["--out", "a.svg", "task=sine&steps=9", "--scale", "1"])?.query).toBe(query);
  expect(read("task=sine", "--chart", "gap", "--theme", "dark", "--steps", "40")).toEqual({
    query: "task=sine&theme=dark&steps=40&views=lookahead%2Ceffect%2Cgap&test=1",
    chart: "gap",
    look: null,
    out: "a.svg",
    format: "svg",
    scale: 1,
  });
  expect(read("task=mnist&views=none&look=12", "--chart", "accuracy")).toMatchObject({
    query: "task=mnist&views=none&look=12&loss=accuracy&test=1",
    look: 12,
  });
  expect(read("task=sine", "--chart", "table")?.chart).toBe("table");
});

test("what cannot be used is named with what can", () => {
  const fails = (...argv: string[]) => expect(() => readFigureArgs(argv));
  fails("--out", "a.svg").toThrow("There is no link. Allowed: one, the link of a run. Write it in quotes");
  fails("task=sine", "seed=7", "--out", "a.svg").toThrow("There are 2 links: task=sine, seed=7.");
  fails("task=sine").toThrow('The ending of --out is "". Allowed: svg, png, csv, gif.');
  fails("task=sine", "--out", "a.pdf").toThrow('The ending of --out is "pdf".');
  fails("task=sine", "--out", "a.gif", "--scale", "4").toThrow('The scale of a GIF is "4". Allowed: 1, 2.');
  fails("task=sine", "--out", "a.svg", "--chart", "lose").toThrow('The chart is "lose". Allowed: loss, q,');
  fails("task=sine", "--out", "a.svg", "--steps", "0").toThrow('--steps is "0"');
  fails("task=sine", "--out", "a.svg", "--them", "dark").toThrow("Allowed: --out, --chart");
  expect(readFigureArgs(["--help"])).toBeNull();
});
