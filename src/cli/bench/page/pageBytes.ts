import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { atMost, type BenchSection } from "../report/report";

const SECTION = "Page, bytes shipped";

interface Script {
  bytes: number;
  /** Fetched before this one runs. */
  imports: string[];
  /** Fetched when asked for. */
  lazy: string[];
  workers: string[];
}

/** What the built page ships, gzip of each file alone: by who fetches it, read from the imports of the built scripts. */
export function benchPageBytes(root: string): BenchSection {
  const folder = join(root, "dist/assets");
  const names = readdirSync(folder);
  const gzip = (name: string) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length;
  const scripts = new Map(
    names.filter((name) => name.endsWith(".js")).map((name) => [name, readScript(folder, name, names)]),
  );
  const closure = (starts: readonly string[], isLazy: boolean, seen = new Set<string>()): Set<string> => {
    for (const name of starts) {
      const script = scripts.get(name);
      if (!script || seen.has(name)) continue;
      seen.add(name);
      closure(isLazy ? [...script.imports, ...script.lazy] : script.imports, isLazy, seen);
    }
    return seen;
  };
  const sum = (files: Iterable<string>) =>
    [...files].reduce((total, name) => total + (scripts.get(name)?.bytes ?? 0), 0);
  const html = readFileSync(join(root, "dist/index.html"), "utf8");
  const entries = names.filter((name) => name.endsWith(".js") && html.includes(`src="./assets/${name}"`));
  const first = sum(closure(entries, false));
  const page = closure(entries, true);
  const workers = [...new Set([...page].flatMap((name) => scripts.get(name)?.workers ?? []))];
  const trainer = workers.filter((name) => name.startsWith("trainer.worker"));
  const started = closure(trainer, false);
  const backends = [...started].flatMap((name) => scripts.get(name)?.lazy ?? []);
  // a device needs one backend's code, not both
  const largest = Math.max(
    0,
    ...backends.map(
      (name) => sum(closure([name], false)) - sum([...closure([name], false)].filter((n) => started.has(n))),
    ),
  );
  const kB = (bytes: number) => bytes / 1000;
  const row = (name: string, bytes: number) => {
    const value = kB(bytes);
    return { section: SECTION, case: name, median: value, min: value, max: value, unit: "KB gzip" };
  };
  return {
    rows: [
      row("script before the first paint", first),
      row("all script of the page", sum(page)),
      row(
        "styles",
        names.filter((name) => name.endsWith(".css")).reduce((total, name) => total + gzip(name), 0),
      ),
      row("training worker with its largest backend", sum(started) + largest),
      ...workers
        .filter((name) => !trainer.includes(name))
        .map((name) => {
          return row(`${name.split("-")[0]}, all it may fetch`, sum(closure([name], true)));
        }),
      ...names
        .filter((name) => name.endsWith(".wasm"))
        .map((name) => row(name.replace(/-[^-]+\.wasm$/, ".wasm"), gzip(name))),
    ],
    ratios: {},
    goals: [
      atMost("Page: script before the first paint, KB gzip", 120, kB(first)),
      atMost("Page: all script of the page, KB gzip", 260, kB(sum(page))),
      atMost("Page: training worker without the wasm files, KB gzip", 200, kB(sum(started) + largest)),
    ],
  };
}

function readScript(folder: string, name: string, names: readonly string[]): Script {
  const text = readFileSync(join(folder, name), "utf8");
  const others = names.filter((other) => other !== name && other.endsWith(".js") && text.includes(other));
  const workers = others.filter((other) => /\.worker-/.test(other));
  const modules = others.filter((other) => !workers.includes(other));
  const isStatic = (other: string) =>
    new RegExp(`(?:from|import)\\s*["']\\./${other.replaceAll(".", "\\.")}["']`).test(text);
  return {
    bytes: gzipSync(text, { level: 9 }).length,
    imports: modules.filter(isStatic),
    lazy: modules.filter((other) => !isStatic(other)),
    workers,
  };
}
