import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildCommands } from "./testing/builtCommands";

interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a line of the shell, at the same time as others. */
function shell(line: string, env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn("bash", ["-c", `set -o pipefail; ${line}`], { env: { ...process.env, ...env } });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

/** The folder of the commands, compiled. */
let built: string;
beforeAll(async () => {
  built = await buildCommands("trace", "compare", "merge", "lab", "sweep", "bench", "golden");
});
afterAll(() => rmSync(built, { recursive: true }));

/** A line that runs a command of `built`, with its words; other words of Node stand before it. */
const node = (command: string, before = "") =>
  `"${process.execPath}" ${before} ${command.replace(/^\w+/, '"$BUILT/$&.js"')}`;
const RACE = "--task sine --optimizers sgdm --steps 40 --backend cpu";
/** A stack, a line of source with its mark, or Node's own words around them. */
const INSIDES = /\n\s+at |\^\n|node:internal|file:\/\/|Node\.js v\d|\.[jt]s:\d/;
const code = (text: string) => `--import 'data:text/javascript,${encodeURIComponent(text)}'`;

const writing = (text: string) => code(`process.stdout.write = () => { ${text} }`);
const FAULT = "^The command stopped by a fault of its own:";

const ENDS: [name: string, line: string, status: number, stderr: RegExp][] = [
  ["a reader that leaves", `${node("trace")} ${RACE} | head -c 10`, 0, /^$/],
  ["a reader of a fault that leaves", `${node("sweep")} --nonsense 2>&1 | true`, 1, /^$/],
  ["trace without the folder of --out", `${node("trace")} ${RACE} --out none/a.json`, 1, /no folder none/],
  ["an unknown command of the package", node("lab foo"), 1, /^There is no command "foo"\. Allowed: serve, trace/],
  ["serve at no port", node("lab serve http"), 1, /^The port is "http"\. Allowed: a whole number from 1 to 65535/],
  ["sweep of an unknown task", `${node("sweep")} --task sinus`, 1, /There is no sweep of "sinus"\. Allowed: sine/],
  [
    "trace of a file that is not there",
    `${node("trace")} --task given --config none.json`,
    2,
    /none\.json cannot be read/,
  ],
  [
    "trace of a run that diverges, where that fails",
    `${node("trace")} ${RACE} --set learningRate=1000 --fail-on diverged >/dev/null`,
    3,
    /^sgdm diverged: Training loss reached/,
  ],
  ["compare of a file that is not there", `${node("compare")} none.json none.json`, 2, /Reason: ENOENT/],
  [
    "compare as npm run starts it",
    `"${process.execPath}" --import tsx src/cli/compare.ts none.json`,
    1,
    /There are 1 files\. Allowed: two/,
  ],
  ["merge without a file to write", `${node("merge")} a.json b.json`, 1, /^--out is missing\./],
  ["bench without the folder of --out", `${node("bench")} --out none/a.txt`, 1, /no folder none/],
  ["bench that would write a document of one part", `${node("bench")} --only cpu --write`, 1, /--write beside --only/],
  ["golden of an unknown task", `${node("golden")} sinus`, 1, /There is no task "sinus"\. Allowed: sine/],
  [
    "an unexpected throw in the command",
    `${node("trace", writing("null.length"))} ${RACE}`,
    1,
    new RegExp(`${FAULT} TypeError: Cannot read .*report it`),
  ],
  [
    "an unexpected throw in a callback",
    `${node("trace", writing('setTimeout(() => { throw new RangeError("b".repeat(9999)) })'))} ${RACE}`,
    1,
    new RegExp(`${FAULT} RangeError: b{200,300}\\.\\.\\. Please`),
  ],
  [
    "a promise that nobody awaits",
    `${node("trace", writing('void Promise.reject("no error")'))} ${RACE}`,
    1,
    new RegExp(`${FAULT} .*no error`),
  ],
];

it("no command shows a stack or a line of source: each ends with a sentence, or quietly", async () => {
  const width = 3;
  for (let at = 0; at < ENDS.length; at += width) {
    await Promise.all(
      ENDS.slice(at, at + width).map(async ([name, line, status, words]) => {
        const ended = await shell(line, { BUILT: built });
        expect(ended.stderr, name).toMatch(words);
        expect(ended.stderr, name).not.toMatch(INSIDES);
        expect(ended.stderr.length, name).toBeLessThan(1000);
        expect(ended.status, name).toBe(status);
      }),
    );
  }
}, 120_000);

it("each command of package.json that runs a file of cli is run by runCommand", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const files = Object.values(scripts).flatMap((script) => /tsx (src\/cli\/\S+)/.exec(script)?.[1] ?? []);
  expect(files.length).toBeGreaterThanOrEqual(3);
  for (const file of [...files, "src/cli/golden.ts"])
    expect(readFileSync(file, "utf8"), file).toContain("await runCommand(");
});
