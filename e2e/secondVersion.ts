import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { integrityOf } from "../scripts/shippedFiles.mjs";

/** What the names of the second version's scripts end in, before their ending. */
export const SECOND = "second";

/**
 * Makes of a build the next version of it, as another build would: every file in `assets` has another name, and so has every mention of
 * it; the page has another title; and the service worker lists what there is now. Returns its folder.
 */
export function makeSecondVersion(dist: string, folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  cpSync(dist, folder, { recursive: true });
  const assets = join(folder, "assets");
  const names = readdirSync(assets);
  const renamed = new Map(names.map((name) => [name, name.replace(/\.(\w+)$/, `${SECOND}.$1`)]));
  const texts = [
    join(folder, "index.html"),
    join(folder, "serviceWorker.js"),
    ...names.map((name) => join(assets, name)),
  ].filter((path) => /\.(js|css|html)$/.test(path));
  const mention = new RegExp(names.map((name) => name.replaceAll(".", "\\.")).join("|"), "g");
  for (const path of texts) {
    const text = readFileSync(path, "utf8").replaceAll(mention, (name) => renamed.get(name) ?? name);
    writeFileSync(path, path.endsWith("index.html") ? text.replace("<title>APO Lab", "<title>Second APO Lab") : text);
  }
  for (const [name, next] of renamed) renameSync(join(assets, name), join(assets, next));
  listAnew(folder);
  return folder;
}

/** Writes into the service worker what its files are now. */
function listAnew(folder: string): void {
  const path = join(folder, "serviceWorker.js");
  const script = readFileSync(path, "utf8");
  const [list] = /\[\{"[\s\S]*?"\}\]/.exec(script) ?? [];
  if (!list) throw new Error("The service worker has no list of files.");
  const files = (JSON.parse(list) as { url: string; revision: string | null }[]).map((file) => ({
    ...file,
    // the page is the one file here whose address stays
    revision: file.url === "index.html" ? "second" : file.revision,
    integrity: integrityOf(readFileSync(join(folder, file.url))),
  }));
  writeFileSync(
    path,
    script.replace(list, () => JSON.stringify(files)),
  );
}
