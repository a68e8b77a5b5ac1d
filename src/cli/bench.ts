import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { createBrowserHost } from "./bench/browser/browserHost";
import { benchCpu } from "./bench/cpu";
import type { BenchHost } from "./bench/host";
import { benchMemory } from "./bench/memory";
import { createNodeHost } from "./bench/nodeHost";
import { benchPage } from "./bench/page/page";
import { benchPageBytes } from "./bench/page/pageBytes";
import { benchViews } from "./bench/page/views";
import { describeMachine, ROOT } from "./bench/report/machine";
import { writePerformance } from "./bench/report/performanceDoc";
import { type BenchReport, type BenchSection, formatReport } from "./bench/report/report";
import { benchScale } from "./bench/scale";
import { benchRatios } from "./bench/timeRatios";
import { benchWebGpu } from "./bench/webgpu";

/*
 * Everything that docs/performance.md states, measured side by side in one run.
 *   npm run -s bench                     all, under half an hour
 *   npm run -s bench -- --quick          fewer rounds and no scale, under five minutes
 *   npm run -s bench -- --only cpu,page  some parts: cpu, browser, ratios, memory, webgpu, page, scale
 *   npm run -s bench -- --views          what the open views cost, alone
 *   --json, --out FILE, --write (docs/performance.md)
 */
const PARTS = ["cpu", "browser", "ratios", "memory", "webgpu", "page", "scale"] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    views: { type: "boolean" },
    json: { type: "boolean" },
    out: { type: "string" },
    write: { type: "boolean" },
    only: { type: "string" },
  },
});
const quick = values.quick;
const all = PARTS.filter((part) => !quick || part !== "scale");
const wanted = (values.only?.split(",") ?? all).map((name) => {
  const part = PARTS.find((known) => known === name);
  if (!part) throw new Error(`There is no part "${name}" of the benchmark; choose from ${PARTS.join(", ")}.`);
  return part;
});
const begun = performance.now();
const report = (line: string) =>
  void process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(0)} s: ${line}\n`);

async function inHost(create: () => BenchHost | Promise<BenchHost>, work: (host: BenchHost) => Promise<BenchSection>) {
  const host = await create();
  try {
    return await work(host);
  } finally {
    await host.close();
  }
}

const turnMs = quick ? 50 : 150;
const effort = { rounds: quick ? 3 : 9, turnMs };
const few = { rounds: quick ? 2 : 7, turnMs };
const MEASURE: Record<Part, () => Promise<BenchSection>> = {
  cpu: () => inHost(createNodeHost, (host) => benchCpu(host, effort, report)),
  browser: () =>
    inHost(
      () => createBrowserHost({ webgpu: false }),
      (host) => benchCpu(host, few, report),
    ),
  ratios: () => inHost(createNodeHost, (host) => benchRatios(host, few, report)),
  memory: () => inHost(createNodeHost, benchMemory),
  webgpu: () =>
    inHost(
      () => createBrowserHost({ webgpu: true }),
      (host) => benchWebGpu(host, quick, report),
    ),
  page: async () => {
    const bytes = benchPageBytes(ROOT);
    const page = await benchPage(quick, report);
    return {
      rows: [...bytes.rows, ...page.rows],
      ratios: page.ratios,
      goals: [...bytes.goals, ...page.goals],
    };
  },
  scale: () => inHost(createNodeHost, (host) => benchScale(host, { rounds: quick ? 1 : 3, turnMs }, report)),
};

const machine = describeMachine();
// the page is measured as it ships
if (values.views || wanted.includes("page"))
  execFileSync("npm", ["run", "-s", "build"], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
const sections: BenchSection[] = [];
if (values.views) sections.push(await benchViews(quick ? 2 : 5, 10_000));
else for (const part of wanted) sections.push(await MEASURE[part]());
const result: BenchReport = {
  machine: `${machine}, ${loadavg()[0]?.toFixed(1)} at the end`,
  rows: sections.flatMap(({ rows }) => rows),
  ratios: Object.assign({}, ...sections.map(({ ratios }) => ratios)),
  goals: sections.flatMap(({ goals }) => goals),
};
const text = values.json ? JSON.stringify(result) : formatReport(result);
if (values.out) writeFileSync(values.out, `${text}\n`);
else process.stdout.write(`${text}\n`);
const length = `${quick ? "A quick run: " : ""}${few.rounds} to ${effort.rounds} rounds of turns of about ${turnMs} ms`;
if (values.write) writePerformance(ROOT, result, length);
