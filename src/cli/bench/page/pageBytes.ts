import { join } from "node:path";
import { reach, readBuiltPage, scriptsBeforePlay, sumBytes } from "../../../../scripts/builtPage.mjs";
import { BEFORE_PLAY, PAGE_SCRIPT_KB } from "../../../../scripts/sizeBudgets.mjs";
import { atMost, type BenchSection } from "../report/report";

const SECTION = "Page, bytes shipped";

/** What the built page ships, gzip of each file alone: by who fetches it, read from the imports of the built scripts. */
export function benchPageBytes(root: string): BenchSection {
  const built = readBuiltPage(join(root, "dist"));
  const chunks = [...built.chunks];
  const closure = (starts: readonly string[], withLazy: boolean) => reach(built, starts, { withLazy });
  const sum = (files: Iterable<string>) => sumBytes(built, files);
  const first = sum(
    closure(
      built.entries.filter((file) => file.endsWith(".js")),
      false,
    ),
  );
  const page = scriptsBeforePlay(built, BEFORE_PLAY.page);
  const workers = [...new Set([...page].flatMap((file) => built.chunks.get(file)?.workers ?? []))];
  const trainer = workers.filter((file) => file.startsWith("trainer.worker"));
  const started = closure(trainer, false);
  const backends = [...started].flatMap((file) => built.chunks.get(file)?.lazy ?? []);
  // a device needs one backend's code, not both
  const largest = Math.max(
    0,
    ...backends.map((file) => sum([...closure([file], false)].filter((one) => !started.has(one)))),
  );
  const kB = (bytes: number) => bytes / 1000;
  const row = (name: string, bytes: number) => {
    const value = kB(bytes);
    return { section: SECTION, case: name, median: value, min: value, max: value, unit: "KB gzip" };
  };
  const ending = (end: string) => chunks.filter(([file]) => file.endsWith(end));
  return {
    rows: [
      row("script before the first paint", first),
      row("all script of the page", sum(page)),
      row("styles", sum(ending(".css").map(([file]) => file))),
      row("training worker with its largest backend", sum(started) + largest),
      ...workers
        .filter((file) => !trainer.includes(file))
        .map((file) => row(`${file.split("-")[0]}, all it may fetch`, sum(closure([file], true)))),
      ...ending(".wasm").map(([, { name, bytes }]) => row(name, bytes)),
    ],
    ratios: {},
    goals: [
      atMost("Page: script before the first paint, KB gzip", 120, kB(first)),
      atMost("Page: all script of the page, KB gzip", PAGE_SCRIPT_KB, kB(sum(page))),
      atMost("Page: training worker without the wasm files, KB gzip", 200, kB(sum(started) + largest)),
    ],
  };
}
