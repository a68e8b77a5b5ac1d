// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * A file of `dist/assets`. `bytes` are those of its gzip alone; `imports` are fetched before it runs, `lazy` when asked for.
 * @typedef {{ name: string, bytes: number, imports: string[], lazy: string[], workers: string[] }} Chunk
 */

/**
 * The built page: its chunks by file name, and the files that index.html names.
 * @typedef {{ chunks: Map<string, Chunk>, entries: string[] }} BuiltPage
 */

/**
 * Reads a build. Who fetches whom is read from the imports of the built scripts.
 * @param {string} dist
 * @returns {BuiltPage}
 */
export function readBuiltPage(dist) {
  const folder = join(dist, "assets");
  const files = readdirSync(folder).sort();
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const named = readdirSync(dist).filter(isScript); // what other pages load by its name
  return {
    chunks: new Map([
      ...files.map((file) => /** @type {const} */ ([file, readChunk(folder, file, files)])),
      ...named.map((file) => /** @type {const} */ ([file, readChunk(dist, file, files)])),
    ]),
    entries: files.filter((file) => html.includes(`"./assets/${file}"`)),
  };
}

/**
 * The files that come with these: those they import and, with `withLazy`, those they may ask for. Workers aside.
 * @param {BuiltPage} page
 * @param {readonly string[]} starts
 * @param {{ withLazy: boolean }} options
 */
export function reach(page, starts, options, seen = /** @type {Set<string>} */ (new Set())) {
  for (const file of starts) {
    const chunk = page.chunks.get(file);
    if (!chunk || seen.has(file)) continue;
    seen.add(file);
    reach(page, options.withLazy ? [...chunk.imports, ...chunk.lazy] : chunk.imports, options, seen);
  }
  return seen;
}

/**
 * Sum of the gzip of each file, in bytes.
 * @param {BuiltPage} page
 * @param {Iterable<string>} files
 */
export function sumBytes({ chunks }, files) {
  return [...files].reduce((total, file) => total + (chunks.get(file)?.bytes ?? 0), 0);
}

/**
 * All script that the page, or another of those listed, fetches before Play, workers aside: what is listed, and what that imports.
 * @param {BuiltPage} page
 * @param {readonly string[]} names without their hashes
 */
export function scriptsBeforePlay(page, names) {
  const missing = names.filter((name) => ![...page.chunks.values()].some((chunk) => chunk.name === name));
  if (missing.length > 0)
    throw new Error(`${missing.join(", ")} of BEFORE_PLAY is not built: scripts/sizeBudgets.mjs.`);
  const starts = [...page.chunks].filter(([, { name }]) => names.includes(name)).map(([file]) => file);
  return reach(page, starts, { withLazy: false });
}

/** @param {string} file */
const isScript = (file) => file.endsWith(".js");

/**
 * @param {string} folder
 * @param {string} file
 * @param {readonly string[]} files
 * @returns {Chunk}
 */
function readChunk(folder, file, files) {
  const content = readFileSync(join(folder, file));
  const chunk = { name: file.replace(/-[\w-]{8}(?=\.\w+$)/, ""), bytes: gzipSync(content, { level: 9 }).length };
  if (!isScript(file)) return { ...chunk, imports: [], lazy: [], workers: [] };
  const text = content.toString("utf8");
  const others = files.filter((other) => other !== file && isScript(other) && text.includes(other));
  const workers = others.filter((other) => /\.worker-/.test(other));
  const modules = others.filter((other) => !workers.includes(other));
  /** @param {string} other */
  const isStatic = (other) => new RegExp(`(?:from|import)\\s*["']\\./${other.replaceAll(".", "\\.")}["']`).test(text);
  return {
    ...chunk,
    imports: modules.filter(isStatic),
    lazy: modules.filter((other) => !isStatic(other)),
    workers,
  };
}
