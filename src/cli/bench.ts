import { execFileSync } from "node:child_process";
import { loadavg } from "node:os";
import { ConfigError } from "../config/experiment/notes";
import { createBrowserHost } from "./bench/browser/browserHost";
import { benchCpu } from "./bench/cpu";
import type { BenchHost } from "./bench/host";
import { benchMemory } from "./bench/memory";
import { benchNetworks } from "./bench/networks";
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
import { readNames, readOptions } from "./options";
import { checkOut, writeOut } from "./outFile";
import { runCommand } from "./runCommand";

/*
 * Everything that docs/performance.md states, measured side by side in one run.
 *   npm run -s bench                     all, about twenty-five minutes on two quiet cores
 *   npm run -s bench -- --quick          fewer rounds and no scale, about eleven
 *   npm run -s bench -- --only cpu,page  some parts: cpu, browser, ratios, networks, memory, webgpu, page, scale
 *   npm run -s bench -- --views          what the open views cost, alone
 *   --json, --out FILE, --write (docs/performance.md)
 */
const PARTS = ["cpu", "browser", "ratios", "networks", "memory", "webgpu", "page", "scale"] as const;
type Part = (typeof PARTS)[number];

const OPTIONS = {
  quick: { type: "boolean" },
  views: { type: "boolean" },
  json: { type: "boolean" },
  out: { type: "string" },
  write: { type: "boolean" },
  only: { type: "string" },
} as const;

/** The effort of a run: of a quick one less of all. */
interface Effort {
  quick: boolean;
  turnMs: number;
  effort: { rounds: number; turnMs: number };
  few: { rounds: number; turnMs: number };
}

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

function effortOf(quick: boolean): Effort {
  const turnMs = quick ? 50 : 150;
  return { quick, turnMs, effort: { rounds: quick ? 3 : 9, turnMs }, few: { rounds: quick ? 2 : 7, turnMs } };
}

const measures = ({ quick, turnMs, effort, few }: Effort): Record<Part, () => Promise<BenchSection>> => ({
  cpu: () => inHost(createNodeHost, (host) => benchCpu(host, effort, report)),
  browser: () =>
    inHost(
      () => createBrowserHost({ webgpu: false }),
      (host) => benchCpu(host, few, report),
    ),
  ratios: () => inHost(createNodeHost, (host) => benchRatios(host, few, report)),
  networks: () => inHost(createNodeHost, (host) => benchNetworks(host, { rounds: quick ? 2 : 5, turnMs }, report)),
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
});

await runCommand(async () => {
  const { quick = false, views, json, out, write, only } = readOptions(process.argv.slice(2), OPTIONS);
  const all = PARTS.filter((part) => !quick || part !== "scale");
  const wanted = only === undefined ? all : readNames("part of the benchmark", only.split(","), PARTS);
  if (write && (only !== undefined || views))
    throw new ConfigError([
      {
        title: "--write beside --only or --views",
        detail:
          "It replaces docs/performance.md, whose figures are of one run of all parts, and would lose the others.",
        remedy: "Leave out --write, or measure all parts.",
      },
    ]);
  checkOut(out);
  const amount = effortOf(quick);
  const measure = measures(amount);
  const machine = describeMachine();
  // the page is measured as it ships
  if (views || wanted.includes("page"))
    execFileSync("npm", ["run", "-s", "build"], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  const sections: BenchSection[] = [];
  if (views) sections.push(await benchViews(quick ? 2 : 5, 10_000));
  else for (const part of wanted) sections.push(await measure[part]());
  const result: BenchReport = {
    machine: `${machine}, ${loadavg()[0]?.toFixed(1)} at the end`,
    rows: sections.flatMap(({ rows }) => rows),
    ratios: Object.assign({}, ...sections.map(({ ratios }) => ratios)),
    goals: sections.flatMap(({ goals }) => goals),
  };
  const text = `${json ? JSON.stringify(result) : formatReport(result)}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeOut(out, text);
  const { few, effort, turnMs } = amount;
  const length = `${quick ? "A quick run: " : ""}${few.rounds} to ${effort.rounds} rounds of turns of about ${turnMs} ms`;
  if (write) writePerformance(ROOT, result, length);
});
