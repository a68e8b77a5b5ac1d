// @ts-check
import { cellsIn, head, row } from "./parts.mjs";
import { SOAK_LIMITS, SOAKS } from "./soaks.mjs";

/**
 * What came of a long race, as its test writes it to a file.
 * @typedef {{ soak: string, steps: number, seconds: number, load?: number, figures: import("./soakJudge").SoakFigures, faults: string[] }} SoakResult
 */

const TITLES = [
  "race",
  "steps",
  "tensors",
  "page, MB",
  "workers, MB",
  "most rows of a run",
  "answers, p95 and worst, ms",
  "load of the machine",
  "outcome",
];

const NOT_WATCHED = ["0", "", "", "", "", "", "", "not watched"];

/** @param {number} value */
const whole = (value) => Math.round(value).toLocaleString("en-US");

/** @param {readonly [number, number]} quarters */
const fromTo = ([second, last]) => `${whole(second)} to ${whole(last)}`;

/** @param {SoakResult} result */
function wordsOf({ soak, steps, seconds, load, figures, faults }) {
  const { many } = SOAKS[/** @type {import("./soaks.mjs").SoakId} */ (soak)];
  const { tensors, pageMb, workersMb, rows, answers } = figures;
  const outcome = faults.length === 0 ? "kept" : `FAILED: ${faults.join("; ")}`;
  return [
    steps < many ? `${whole(steps)} of ${whole(many)}` : whole(steps),
    fromTo(tensors),
    fromTo(pageMb),
    fromTo(workersMb),
    whole(rows),
    `${whole(answers.p95)} and ${whole(answers.worst)} of ${whole(answers.count)}`,
    load === undefined ? "not measured" : load.toFixed(1),
    `${outcome}, in ${whole(seconds)} s`,
  ];
}

/**
 * The document's section of long races, a row each. What was not watched now keeps the figures that it had.
 * @param {readonly SoakResult[]} results
 * @param {string} before the document as it was, or ""
 * @param {string} machine where the results are of
 * @returns {string[]} lines
 */
export function soakSection(results, before, machine) {
  const rows = Object.entries(SOAKS).map(([id, { race }]) => {
    const now = results.find(({ soak }) => soak === id);
    return row([race, ...(now ? wordsOf(now) : (soakRowsIn(before).get(race) ?? NOT_WATCHED))]);
  });
  const had = /The races were watched on (.+?)\. An answer/.exec(before)?.[1] ?? "no machine yet";
  const { growth, slackMb, tensors, rows: mostRows, answerMs, busyAnswerMs } = SOAK_LIMITS;
  return [
    "## Long races",
    "",
    "Written by `npm run soak`, which trains each race in the built page in Chromium, on WASM, with its runs kept, and measures on the way.",
    "`2 to 3` is the median over the second quarter of the race and the median over its last. A heap is what is left after a forced garbage collection, buffers included.",
    `It fails where tensors grow by more than ${tensors}, where a heap grows by more than ${Math.round((growth - 1) * 100)} % and ${slackMb} MB, where a run has more than ${whole(mostRows)} rows in memory, and where`,
    `one answer of 20 takes longer than ${answerMs} ms. \`npm test\` watches shorter forms, and allows answers of ${busyAnswerMs / 1000} s, as other tests run beside them.`,
    "",
    ...head(TITLES),
    ...rows,
    "",
    `The races were watched on ${results.length > 0 ? machine : had}. An answer is a round trip from the test to the page's next frame while it trains; it waits for a core where the load is more than there are of them.`,
    "",
  ];
}

/** What stands behind the name of each long race in a document. @param {string} document */
export const soakRowsIn = (document) => cellsIn(document, "Long races");
