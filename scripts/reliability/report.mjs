// @ts-check
import { enginesSection } from "./enginesReport.mjs";
import { FAULTS } from "./faults.mjs";
import { cellsIn, head, row } from "./parts.mjs";
import { soakSection } from "./soakReport.mjs";

/**
 * What came of the trials of a fault.
 * @typedef {{ fault: string, trials: number, passed: boolean, seconds: number }} Outcome
 */

/**
 * @param {string} said what a test says of itself: "trainer 20"
 * @param {boolean} passed
 * @param {number} milliseconds
 * @returns {Outcome}
 */
function outcomeOf(said, passed, milliseconds) {
  const [fault = "", trials = ""] = said.split(" ");
  return { fault, trials: Number(trials), passed, seconds: milliseconds / 1000 };
}

/** The outcomes in Vitest's JSON report. @param {any} report @returns {Outcome[]} */
export const outcomesOfVitest = (report) =>
  report.testResults
    .flatMap((/** @type {any} */ file) => file.assertionResults)
    .filter((/** @type {any} */ one) => one.meta?.fault)
    .map((/** @type {any} */ one) => outcomeOf(one.meta.fault, one.status === "passed", one.duration ?? 0));

/** The outcomes in a suite of Playwright's JSON report and those inside it. @param {any} suite @returns {Outcome[]} */
export function outcomesOfPlaywright({ specs = [], suites = [] }) {
  const own = specs.flatMap((/** @type {any} */ spec) =>
    spec.tests.flatMap((/** @type {any} */ test) => {
      const said = test.annotations.find((/** @type {any} */ one) => one.type === "fault");
      const [first] = test.results;
      return said && first ? [outcomeOf(said.description, first.status === "passed", first.duration)] : [];
    }),
  );
  return [...own, ...suites.flatMap(outcomesOfPlaywright)];
}

/** What stands in the table of an outcome. @param {Outcome} outcome */
const wordsOf = ({ trials, passed, seconds }) => [
  String(trials),
  `${passed ? "all passed" : "FAILED"} in ${Math.ceil(seconds)} s`,
];

const TITLES = ["fault", "how it is injected", "what is promised", "test", "trials", "outcome"];

/**
 * What a command has found out.
 * @typedef {object} News
 * @property {string} machine where
 * @property {readonly Outcome[]} [outcomes] of faults that were tried
 * @property {readonly import("./soakReport.mjs").SoakResult[]} [races] long races that were watched
 * @property {readonly import("./enginesReport.mjs").EngineResult[]} [engines] browsers that were tested
 */

/**
 * The document: a row for every fault in the table's order, long races, other browsers. Of what is no news it keeps what it had.
 * @param {string} before the document as it was, or ""
 * @param {News} [news]
 */
export function reliabilityDocument(before, { machine, outcomes = [], races = [], engines = [] } = { machine: "" }) {
  const had = rowsIn(before);
  const rows = Object.entries(FAULTS).map(([id, { fault, how, promise, test }]) => {
    const now = outcomes.find((one) => one.fault === id);
    const end = now ? wordsOf(now) : (had.get(fault) ?? ["0", "not tried"]);
    return row([fault, how, promise, `\`${test}\``, ...end]);
  });
  const where = outcomes.length > 0 ? machine : machineIn(before);
  return [
    "# Reliability",
    "",
    "Written by `npm run reliability`. Each row is a fault that tests inject, with what the page promises of it. `npm test` has the same tests",
    "with two trials of each fault and 200 inputs of each kind. Where in a run a fault comes is drawn from one seed, so that a failure comes again.",
    "",
    "Each trial in a browser is one page. It fails by an uncaught error, a rejection that nobody handles, a line of error on the console, a row of the log that",
    "is gone, or a page that does not train on afterwards. The numbers at the end are held against a run without a break: to the bit where the",
    "device stays, within the tolerance named where another one goes on.",
    "",
    ...head(TITLES),
    ...rows,
    "",
    `The outcomes are of ${where}. Seconds are of a test in all: pages are loaded in them, races are trained, and silences are waited out.`,
    "",
    "Some of the rows: `npm run reliability -- trainer links`, by the names in `scripts/reliability/faults.mjs`.",
    "",
    ...soakSection(races, before, machine),
    ...enginesSection(engines, before, machine),
  ].join("\n");
}

/** The machine that a document's outcomes are of, or "". @param {string} document */
export const machineIn = (document) => /The outcomes are of (.+?)\. Seconds/.exec(document)?.[1] ?? "";

/** Trials and outcome of each fault in a document. @param {string} document @returns {Map<string, [trials: string, outcome: string]>} */
export const rowsIn = (document) =>
  new Map([...cellsIn(document, "Reliability")].map(([fault, cells]) => [fault, [cells[3] ?? "", cells[4] ?? ""]]));
