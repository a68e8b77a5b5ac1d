// @ts-check
import { readFileSync } from "node:fs";
import license from "rollup-plugin-license";
import { ROOT } from "../run.mjs";
import { LICENCES_FILE, writeList } from "./list.mjs";

/** @typedef {import("./list.mjs").Package} Package */

/** @param {string} path from the project's folder */
const read = (path) => readFileSync(`${ROOT}${path}`, "utf8");

/** Of packages that bring no text of it. */
const STANDARD_TEXTS = { "Apache-2.0": "node_modules/assemblyscript/LICENSE" };

/** What stands inside others, where no bundler sees it: the standard library in our kernels, and in d3-array and d3-shape what they use. */
const INSIDE_OTHERS = ["assemblyscript", "internmap", "d3-path"];

/**
 * @param {string} folder of `node_modules`
 * @returns {Package}
 */
function packageIn(folder) {
  const { name, version, license: licence } = JSON.parse(read(`node_modules/${folder}/package.json`));
  return { name, version, licence, text: read(`node_modules/${folder}/LICENSE`) };
}

/**
 * @param {import("rollup-plugin-license").Dependency} dependency
 * @returns {Package}
 */
function packageOf({ name, version, license: licence, licenseText, noticeText }) {
  const standard = STANDARD_TEXTS[/** @type {keyof typeof STANDARD_TEXTS} */ (licence)];
  const text = licenseText ?? (standard && read(standard));
  if (!name || !version || !licence || !text)
    throw new Error(`The package ${name} ${version} names no licence, or brings no text of it.`);
  return { name, version, licence, text: noticeText ? `${text}\n${noticeText}` : text };
}

/**
 * Vite plugins that put LICENSE, NOTICE and the licences of all packages beside the page. Workers are bundles of their own, built
 * before the page's is complete.
 * @returns {{ page: import("vite").Plugin[], worker: () => import("vite").Plugin }}
 */
export function shipLicences() {
  /** @type {Map<string, Package>} */
  const shipped = new Map();
  /** @param {Package} found */
  const add = (found) => shipped.set(`${found.name} ${found.version}`, found);
  /** @returns {import("vite").Plugin} */
  const collect = () => ({
    ...license({
      thirdParty: {
        multipleVersions: true,
        output: (found) => {
          for (const one of found) add(packageOf(one));
        },
      },
    }),
    apply: "build",
  });
  /** @type {import("vite").Plugin} */
  const ship = {
    name: "ship-licences",
    apply: "build",
    generateBundle() {
      for (const folder of INSIDE_OTHERS) add(packageIn(folder));
      for (const fileName of ["LICENSE", "NOTICE"]) this.emitFile({ type: "asset", fileName, source: read(fileName) });
      this.emitFile({ type: "asset", fileName: LICENCES_FILE, source: writeList([...shipped.values()]) });
    },
  };
  return { page: [collect(), ship], worker: collect };
}
