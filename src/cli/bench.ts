import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { benchLockstep } from "./bench/lockstep";
import { benchPage } from "./bench/page";
import { type BenchReport, describeMachine, formatReport } from "./bench/report";
import { benchViews } from "./bench/views";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean" },
    views: { type: "boolean" },
    json: { type: "boolean" },
    out: { type: "string" },
  },
});

// the page is measured as it ships
execFileSync("npm", ["run", "-s", "build"], { stdio: ["ignore", "ignore", "inherit"] });
const sections = values.views
  ? [await benchViews(values.quick ? 2 : 5, 10_000)]
  : [await benchPage(values.quick ? 40 : 200), await benchLockstep(values.quick ? 3 : 10)];
const report: BenchReport = {
  machine: describeMachine(),
  rows: sections.flatMap(({ rows }) => rows),
  ratios: Object.assign({}, ...sections.map(({ ratios }) => ratios)),
  goals: sections.flatMap(({ goals }) => goals),
};
const text = values.json ? JSON.stringify(report) : formatReport(report);
if (values.out) writeFileSync(values.out, `${text}\n`);
else process.stdout.write(`${text}\n`);
