// @ts-check
import { cellsIn, head, row } from "./parts.mjs";

/**
 * What came of the tests in a browser.
 * @typedef {{ engine: string, browser: string, tests: number, failed: number, seconds: number }} EngineResult
 */

const TITLE = "Firefox and WebKit";

/** The browser's name and version in its user agent: WebKit tells that of the Safari it belongs to. @param {string} agent */
const browserIn = (agent) => {
  const [, firefox] = /Firefox\/([\d.]+)/.exec(agent) ?? [];
  const [, safari] = /Version\/([\d.]+).* Safari/.exec(agent) ?? [];
  return firefox ? `Firefox ${firefox}` : `WebKit, as Safari ${safari ?? "of no version"}`;
};

/**
 * The results in Playwright's JSON report, a row for each engine.
 * @param {any} report
 * @returns {EngineResult[]}
 */
export function enginesIn(report) {
  /** @type {Map<string, EngineResult>} */
  const found = new Map();
  const read = (/** @type {any} */ { specs = [], suites = [] }) => {
    for (const test of specs.flatMap((/** @type {any} */ spec) => spec.tests)) {
      const engine = test.projectName;
      const agent = test.annotations.find((/** @type {any} */ one) => one.type === "browser")?.description ?? "";
      const had = found.get(engine) ?? { engine, browser: "", tests: 0, failed: 0, seconds: 0 };
      const [result] = test.results;
      found.set(engine, {
        engine,
        browser: agent === "" ? had.browser : browserIn(agent),
        tests: had.tests + 1,
        failed: had.failed + (result?.status === "passed" ? 0 : 1),
        seconds: had.seconds + (result?.duration ?? 0) / 1000,
      });
    }
    suites.forEach(read);
  };
  report.suites.forEach(read);
  return [...found.values()];
}

/**
 * The document's section of other browsers, a row each. Without results it keeps what it had.
 * @param {readonly EngineResult[]} results
 * @param {string} before the document as it was, or ""
 * @param {string} machine where the results are of
 * @returns {string[]} lines
 */
export function enginesSection(results, before, machine) {
  const now = results.map(({ engine, browser, tests, failed, seconds }) => [
    engine,
    browser,
    String(tests),
    `${failed === 0 ? "all passed" : `${failed} FAILED`} in ${Math.ceil(seconds)} s`,
    machine,
  ]);
  const rows = now.length > 0 ? now : [...engineRowsIn(before)].map(([engine, cells]) => [engine, ...cells]);
  return [
    `## ${TITLE}`,
    "",
    "Written by `npm run test:browsers`, which plays races with a mouse and keys, holds their numbers to Chromium's, keeps one over a reload, ends a training worker,",
    "trains with the server gone, keeps an archive, and embeds and saves a figure, in each of them.",
    "",
    ...head(["engine", "browser", "tests", "outcome", "machine"]),
    ...rows.map(row),
    "",
  ];
}

/** What stands behind the name of each engine in a document. @param {string} document */
export const engineRowsIn = (document) => cellsIn(document, TITLE);
