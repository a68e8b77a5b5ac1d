// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { ROOT } from "../run.mjs";
import { LICENCES_FILE, writeList } from "./list.mjs";

/** @typedef {import("./list.mjs").Package} Package */

/** @param {string} path from the project's folder */
const read = (path) => readFileSync(`${ROOT}${path}`, "utf8");

/** Of packages that bring no text of it. */
const STANDARD_TEXTS = { "Apache-2.0": "node_modules/assemblyscript/LICENSE" };

/** What stands inside others, where no bundler sees it: the standard library in our kernels, and in d3-array and d3-shape what they use. */
const INSIDE_OTHERS = ["assemblyscript", "internmap", "d3-path"];

/** What the service worker is made of, which is built when the list is written. */
const OF_SERVICE_WORKER = ["workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies"];

/**
 * A package's licence and its text, with its notice where it has one. Throws where either licence or text is missing.
 * @param {string} folder of the package, from the project's
 * @returns {Package}
 */
function packageIn(folder) {
  const { name, version, license: licence } = JSON.parse(read(`${folder}/package.json`));
  const files = readdirSync(`${ROOT}${folder}`).sort();
  /** @param {RegExp} pattern */
  const find = (pattern) => {
    const file = files.find((one) => pattern.test(one));
    return file && `${folder}/${file}`;
  };
  const text =
    find(/^licen[cs]e(\.(md|txt))?$/i) ?? STANDARD_TEXTS[/** @type {keyof typeof STANDARD_TEXTS} */ (licence)];
  const notice = find(/^notice(\.(md|txt))?$/i);
  if (!name || !version || !licence || !text)
    throw new Error(`The package ${name} ${version} names no licence, or brings no text of it.`);
  return { name, version, licence, text: notice ? `${read(text)}\n${read(notice)}` : read(text) };
}

/**
 * The folder of the package that a module is of, from the project's; null for our own.
 * @param {string} id
 */
const packageFolder = (id) =>
  /[\\/](node_modules[\\/](?:.*[\\/]node_modules[\\/])?(?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1] ?? null;

/**
 * Vite plugins that put LICENSE, NOTICE and the licences of all packages beside the page. Workers are bundles of their own, built
 * before the page's is complete.
 * @returns {{ page: import("vite").Plugin[], worker: () => import("vite").Plugin, isListed: () => import("vite").Plugin }}
 */
export function shipLicences() {
  /** @type {Map<string, Package>} by folder */
  const shipped = new Map();
  /** @param {string} folder */
  const add = (folder) => shipped.set(folder, shipped.get(folder) ?? packageIn(folder));
  /** @returns {import("vite").Plugin} */
  const collect = () => ({
    name: "collect-licences",
    apply: "build",
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const folder = packageFolder(id);
          if (folder && renderedLength > 0) add(folder);
        }
      }
    },
  });
  /** Throws where a bundle holds a package that is not in the list. @returns {import("vite").Plugin} */
  const isListed = () => ({
    name: "licences-are-listed",
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const folder = packageFolder(id);
          if (folder && renderedLength > 0 && !OF_SERVICE_WORKER.includes(folder.replace(/^node_modules./, "")))
            throw new Error(`${folder} is in the service worker and not in OF_SERVICE_WORKER.`);
        }
      }
    },
  });
  /** @type {import("vite").Plugin} */
  const ship = {
    name: "ship-licences",
    apply: "build",
    generateBundle() {
      for (const name of [...INSIDE_OTHERS, ...OF_SERVICE_WORKER]) add(`node_modules/${name}`);
      for (const fileName of ["LICENSE", "NOTICE"]) this.emitFile({ type: "asset", fileName, source: read(fileName) });
      this.emitFile({ type: "asset", fileName: LICENCES_FILE, source: writeList([...shipped.values()]) });
    },
  };
  return { page: [collect(), ship], worker: collect, isListed };
}
