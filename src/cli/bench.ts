import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { benchLockstep } from "./bench/lockstep";
import { type BenchReport, describeMachine, formatReport } from "./bench/report";

const { values } = parseArgs({
  options: { quick: { type: "boolean" }, json: { type: "boolean" }, out: { type: "string" } },
});

const sections = [await benchLockstep(values.quick ? 3 : 10)];
const report: BenchReport = {
  machine: describeMachine(),
  rows: sections.flatMap(({ rows }) => rows),
  ratios: Object.assign({}, ...sections.map(({ ratios }) => ratios)),
  goals: sections.flatMap(({ goals }) => goals),
};
const text = values.json ? JSON.stringify(report) : formatReport(report);
if (values.out) writeFileSync(values.out, `${text}\n`);
else process.stdout.write(`${text}\n`);
