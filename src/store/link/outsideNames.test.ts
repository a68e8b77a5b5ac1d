import { expect, test } from "vitest";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { ownValue } from "../../config/formulas/ownValue";
import { applyEvent } from "../experiment/applyEvent";
import { configured } from "../experiment/configure";
import { initialState } from "../experiment/initialState";
import { EXPERIMENT_PARAMETERS } from "./linkParameters";
import { linkOf } from "./linkSelectors";
import { readLink } from "./readLink";
import { VIEW_PARAMETERS } from "./viewParameters";

/** What every plain object answers to. */
const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

/** Parts of a link that hold free text: names of columns and files, looked up later in the file itself, words over an embed, names of colours and fonts. */
const FREE = [
  "csv",
  "target",
  "inputs",
  "without",
  "layer",
  "lesson",
  "caption",
  "title",
  "group",
  "font",
  "background",
  "accent",
  "trace",
];

const opened = (search: string) => {
  const link = readLink(search);
  return { ...configured(initialState(link.config, link.display, link.speed), link), focusRun: link.focusRun };
};

/** What belongs to no link: functions, and objects that are no data. */
function strangers(value: unknown): unknown[] {
  if (typeof value === "function") return [value];
  if (typeof value !== "object" || value === null) return [];
  if (value === Object.prototype) return [value];
  return Object.values(value).flatMap(strangers);
}

const PARTS = [
  ...[...EXPERIMENT_PARAMETERS, ...VIEW_PARAMETERS].map((key): [string, (name: string) => string] => [
    `${key}=NAME`,
    (name) => `${key}=${name}`,
  ]),
  ["NAME=1", (name: string) => `${name}=1`],
  ["NAME.lf=1", (name: string) => `${name}.lf=1`],
  ["apo-p.NAME=1", (name: string) => `apo-p.${name}=1`],
  ["at=5:NAME=1", (name: string) => `at=5:${name}=1`],
  ["at=5:NAME.lf=1", (name: string) => `at=5:${name}.lf=1`],
  ["land=NAME:1,1", (name: string) => `land=${name}:1,1`],
  ["apo-p.k=NAME", (name: string) => `apo-p.k=${name}`],
] as [string, (name: string) => string][];

test.each(PARTS)("a name of every object in a link's %s is a word that nobody knows", (part, write) => {
  for (const name of NAMES) {
    const search = `?task=sine&opt=apo-p&${write(name)}`;
    const { notes, ...read } = readLink(search);
    expect(strangers(read), search).toEqual([]);
    const words = notes.map(({ title, detail }) => `${title} ${detail}`).join("\n");
    expect(words, search).not.toMatch(/native code|\[object|\[Function/);
    const isFree = FREE.some((key) => part === `${key}=NAME`);
    if (!isFree && part !== "v=NAME") expect(words.toLowerCase(), search).toContain(name.toLowerCase());
    const plain = readLink("?task=sine&opt=apo-p");
    if (!isFree && !part.startsWith("opt")) expect(read.config, search).toEqual(plain.config);
  }
});

test.each(NAMES)("a run called %s is a run like any other, from its link to its numbers and back", (name) => {
  let state = opened(`?task=sine&opt=apo-p:${name},sgdm&${name}.lf=2&focus=${name}&off=${name}&at=5:${name}.lf=3`);
  expect(state.config.optimizers).toMatchObject([{ run: name, hyperparams: { lambdaFsd: 2 } }, { run: "sgdm" }]);
  expect(state.config.interventions).toEqual([{ step: 5, run: name, name: "lambdaFsd", value: 3 }]);
  expect(state).toMatchObject({ focusRun: name, notices: [], display: { hiddenRuns: [name] } });
  const event = { type: "rows", experiment: state.experiment, step: 1 } as const;
  const runs = [name, "sgdm"].map((run) => ({ run, columns: { step: [0], trainLoss: [0.5] } }));
  state = applyEvent(state, structuredClone({ ...event, metaSteps: {}, runs: [] }));
  expect(state.runs.map(({ metaSteps }) => metaSteps)).toEqual([0, 0]);
  state = applyEvent(state, structuredClone({ ...event, metaSteps: Object.fromEntries([[name, 4]]), runs }));
  expect(state.runs.map(({ metaSteps, columns }) => [metaSteps, columns.length])).toEqual([
    [4, 1],
    [0, 1],
  ]);
  expect(readLink(linkOf(state).link)).toMatchObject({ config: state.config, notes: [] });
});

test.each(NAMES)("a file's field, task, method, option, setting or move called %s is named and left out", (name) => {
  const text = `{"version":1,"task":"sine","NAME":{"task":"csv"},"taskOptions":{"NAME":1},
    "optimizers":[{"id":"NAME"},{"id":"apo-p","hyperparams":{"NAME":1}}],"interventions":[{"step":1,"name":"NAME","value":1}]}`;
  const { config, notes } = resolveExperiment(JSON.parse(text.replaceAll("NAME", name)), { mode: "lenient" });
  expect(config).toEqual(resolveExperiment({ task: "sine", optimizers: [{ id: "apo-p" }] }).config);
  expect(notes).toHaveLength(5);
  for (const { title } of notes) expect(title).toContain(name);
});

test("a record answers for its own values alone", () => {
  const record = Object.fromEntries([["__proto__", 1]]);
  expect(["__proto__", "constructor"].map((name) => ownValue(record, name))).toEqual([1, undefined]);
});
