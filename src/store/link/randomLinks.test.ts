import { expect, test } from "vitest";
import { configured } from "../experiment/configure";
import { initialState } from "../experiment/initialState";
import { generator } from "../testing/generator";
import { EXPERIMENT_PARAMETERS } from "./linkParameters";
import { linkOf } from "./linkSelectors";
import { readLink } from "./readLink";
import { VIEW_PARAMETERS } from "./viewParameters";

/** A part of a link: texts that can be used on any task of its group, and texts that cannot. No broken texts: any text will do. */
interface Part {
  good: readonly string[];
  broken: readonly string[];
  /** The only task that reads it. */
  task?: "linear" | "mnist" | "cifar10" | "translation" | "csv";
  /** What a number that is out of range is called by, where that is not its key. */
  called?: string;
}

const WORD = "zq7";
const word = (...good: string[]): Part => ({ good, broken: [WORD, "", "toString"] });
const number = (good: string, ...broken: string[]): Part => ({ good: [good], broken: [WORD, "1e999", ...broken] });
const anything = (...good: string[]): Part => ({ good, broken: [] });

/** Every part that a link has, hyperparameters aside. A new one gets its line here: the first test names it. */
const PARTS: Record<string, Part> = {
  v: { good: ["1"], broken: ["9", WORD] },
  preset: { good: ["lambda-fsd-jump"], broken: [WORD] },
  task: { good: ["sine"], broken: [WORD] },
  opt: { good: ["apo-p,sgdm,sgdm:fast"], broken: [WORD] },
  grid: { good: ["0"], broken: [WORD, "2"], called: "band of fixed learning rates" },
  backend: { good: ["wasm", "cpu"], broken: [WORD] },
  at: { good: ["12:apo-p.lf=3;13=4"], broken: [WORD, `5:${WORD}=1`, "x:lf=1"] },
  schedule: { ...number("30", "-1"), called: "schedule's number of steps" },
  csv: { ...anything("houses.csv"), task: "csv" },
  target: { ...anything("price"), task: "csv" },
  inputs: { ...anything("area,rooms"), task: "csv" },
  without: { ...anything("age"), task: "csv" },
  seed: number("3", "-1", "0.5"),
  steps: { ...number("40", "-3", "0"), called: "number of steps" },
  batch: { ...number("16", "-3"), called: "batch size" },
  kappa: { ...number("1000", "1"), task: "linear", called: "Condition number" },
  images: { ...number("600", "7"), task: "mnist", called: "Training images" },
  network: { ...word("vgg16"), task: "cifar10" },
  width: { ...word("1/4"), task: "cifar10" },
  norm: { ...word("batch"), task: "cifar10" },
  augment: { ...word("off"), task: "cifar10", called: "Augmentation" },
  size: { ...word("light"), task: "translation" },
  x: word("epochs", "seconds"),
  loss: word("test"),
  scale: { good: ["linear", "linear,rate:linear,q:log"], broken: [WORD, `rate:${WORD}`] },
  logx: { good: ["loss,rate"], broken: [WORD] },
  cut: { good: ["loss", "rate,q:off"], broken: [WORD, `${WORD}:off`] },
  skip: number("50", "-1"),
  zoom: { good: ["10-30"], broken: [WORD, "30"] },
  seeds: number("5", "-1"),
  smooth: word("on", "off"),
  off: { good: ["sgdm"], broken: [WORD] },
  views: { good: ["gap,ledger", "none"], broken: [WORD] },
  layer: anything("dense1"),
  look: number("12", "-1"),
  walk: word("fsd", "update"),
  land: { good: ["rosenbrock:-1.2,1"], broken: [WORD, "quadratic:a,b"] },
  speed: { good: ["5", "0.25"], broken: [WORD, "3"] },
  focus: { good: ["apo-p"], broken: [WORD] },
  theme: { good: ["dark", "light"], broken: [WORD] },
  lang: { good: ["de", "en"], broken: [WORD] },
  lesson: anything("lambda-fsd:2"),
  embed: { good: ["1"], broken: [WORD] },
  keep: { good: ["1"], broken: [WORD] },
  test: { good: ["1"], broken: [WORD] },
  scenes: { good: ["apo-in-ten-minutes"], broken: [WORD] },
  scene: number("2", "0", "-1"),
  charts: { good: ["loss,rate"], broken: [WORD] },
  controls: { good: ["play,lf", "none"], broken: [WORD] },
  play: { good: ["visible", "loop"], broken: [WORD] },
  start: { good: ["empty", "step:12"], broken: [WORD] },
  trace: { good: ["runs/mine.json"], broken: ["a b:c"] },
  background: { good: ["transparent"], broken: ["{}"] },
  accent: { good: ["teal"], broken: ["{}"] },
  font: { good: ["Georgia"], broken: ["<b>"] },
  caption: anything("Momentum"),
  title: anything("Momentum"),
  group: { good: ["a"], broken: ["a b"] },
  keys: { good: ["own"], broken: [WORD] },
  actions: { good: ["svg,png"], broken: [WORD] },
  origins: { good: ["https://example.org"], broken: [WORD] },
  snapshots: { good: ["every:50", "clock"], broken: [WORD, "every:0", "every:x"] },
  clock: { good: ["steps", "wall"], broken: [WORD] },
};

const opened = (search: string) => {
  const link = readLink(search);
  return { ...configured(initialState(link.config, link.display, link.speed), link), focusRun: link.focusRun };
};
/** What a link says of a state; a preset whose runs are others is written as the task that it is by then. */
const saidOf = ({ config, display, speed, focusRun }: ReturnType<typeof opened>) => ({
  config,
  display,
  speed,
  focusRun,
});
const queryOf = (entries: readonly (readonly [string, string])[]) =>
  `?${new URLSearchParams(entries.map(([key, value]) => [key, value]))}`;

test("every part of a link is tested here: a new one needs values that can be used and some that cannot", () => {
  expect(Object.keys(PARTS).toSorted()).toEqual([...EXPERIMENT_PARAMETERS, ...VIEW_PARAMETERS].toSorted());
});

test.each([
  ["sine", "apo-p,sgdm,sgdm:fast"],
  ["linear", "apo-p,sgdm,sgdm:fast"],
  ["mnist", "apo-p,sgdm,sgdm:fast"],
  ["cifar10", "apo-p,sgdm,sgdm:fast"],
  ["translation", "apo-p,sgdm,sgdm:fast"],
  ["csv", "apo-p,sgdm,sgdm:fast"],
])("a link of the task %s with every part and every setting it has survives a round trip", (task, opt) => {
  const own = Object.entries(PARTS).filter(([key, part]) => key !== "preset" && (part.task ?? task) === task);
  const entries = own.map(([key, { good }]) => [key, good[0] ?? ""] as [string, string]);
  const all = entries
    .filter(([key]) => !["without", "grid", "scenes", "scene", "walk"].includes(key))
    .map(([key, value]): [string, string] =>
      key === "task" ? [key, task] : key === "opt" ? [key, opt] : [key, value],
    );
  const search = queryOf([...all, ["lf", "0.3"], ["apo-p.k", "5"], ["fast.momentum", "0.5"]]);
  expect(readLink(search).notes).toEqual([]);
  const before = opened(search);
  const written = linkOf(before).link;
  const again = opened(written);
  expect({ ...again, experiment: "" }).toEqual({ ...before, experiment: "" });
  const kept = [...new URLSearchParams(written).keys()];
  // the first of these is the default where the race has one focus, and a schedule as long as the race is none
  const isDefault = (key: string) => ["focus"].includes(key);
  expect(all.map(([key]) => key).filter((key) => !kept.includes(key) && !isDefault(key))).toEqual([]);
  expect(again.config.optimizers.map(({ hyperparams }) => hyperparams.momentum).at(-1)).toBe(0.5);
});

const OUT_OF_RANGE = Object.entries(PARTS).flatMap(([key, { broken, called = key, task = "sine" }]) =>
  broken
    .filter((text) => text.trim() !== "" && !Number.isNaN(Number(text)))
    .map((text) => ({ key, text, called, task })),
);

test.each(OUT_OF_RANGE)("$key=$text is named as $called", ({ key, text, called, task }) => {
  const [note, ...others] = readLink(
    queryOf([
      ["task", task],
      [key, text],
    ]),
  ).notes;
  expect(others).toEqual([]);
  expect(note?.title).toContain(called);
  const value = Number.isFinite(Number(text)) ? text : /Infinity|1e999/;
  expect(note?.title).toMatch(value);
  expect(note?.detail).toMatch(/^Allowed: .* (Using|Showing|is left out|Reading)/);
});

const KEYS = Object.keys(PARTS);
const AMOUNT = 2000;

test(`${AMOUNT} random links never throw, name what they drop, and what is left comes back from its own link`, () => {
  const { next, pick, chance } = generator(7);
  let alone = 0;
  let numbers = 0;
  for (let at = 0; at < AMOUNT; at++) {
    const broken: [string, string][] = [];
    const entries: [string, string][] = [];
    const isSmall = at % 2 === 0;
    for (let left = isSmall ? 1 : 1 + Math.floor(12 * next()); left > 0; left--) {
      const key = pick(KEYS);
      const part = PARTS[key] as Part;
      const isBroken = part.broken.length > 0 && chance(0.6);
      const entry: [string, string] = [key, pick(isBroken ? part.broken : part.good)];
      if (isBroken) broken.push(entry);
      entries.push(entry);
    }
    if (chance(0.3)) {
      const entry: [string, string] = [pick([WORD, `${WORD}.lf`, "lf", "apo-p.k"]), pick([WORD, "-5", "NaN"])];
      broken.push(entry);
      entries.push(entry);
    }
    const search = queryOf(entries);
    const { notes } = readLink(search);
    const said = notes.map(({ title, detail }) => `${title} ${detail}`).join("\n");
    if (broken.length === 1 && entries.length === 1) {
      const [[key = "", value = ""] = []] = broken;
      if (key.includes(WORD) || value.includes(WORD)) expect(said, search).toContain(WORD);
      if (value !== "") expect(notes.length, search).toBeGreaterThan(0);
      // a number out of its range is named, by its key or as the page calls it, with its value
      if (Number.isFinite(Number(value)) && value.trim() !== "") {
        expect(said, search).toContain(PARTS[key]?.called ?? key);
        expect(said, search).toContain(value);
        numbers += 1;
      }
      alone += 1;
    }
    const state = opened(search);
    const again = opened(linkOf(state).link);
    expect(saidOf(again), search).toEqual(saidOf(state));
  }
  expect(alone).toBeGreaterThan(300);
  expect(numbers).toBeGreaterThan(30);
});
