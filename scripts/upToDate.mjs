// @ts-check
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./run.mjs";

/** What a build is made of, from the project's folder; the lockfile stands for the packages. */
const SOURCES = [
  ...["index.html", "vite.config.ts", "tsconfig.json", "package.json", "package-lock.json", "LICENSE", "NOTICE"],
  ...["src", "public", "scripts/licences"],
];

/** What it makes. */
const BUILT = ["dist"];

/** What the last build was made of and what it made; beside the build, which is published as it is. */
const RECORD = join(".cache", "build.json");

/**
 * A digest of the sources as they are now, to be taken before a build.
 * @param {string} [root]
 */
export function digestSources(root = ROOT) {
  return digestOf(root, SOURCES);
}

/**
 * Whether the build is the one that was recorded of these sources, with no file changed, missing or added since.
 * @param {string} sources a digest of `digestSources`
 * @param {string} [root]
 */
export function isUpToDate(sources, root = ROOT) {
  try {
    const record = JSON.parse(readFileSync(join(root, RECORD), "utf8"));
    return record.sources === sources && record.built === digestOf(root, BUILT);
  } catch {
    return false; // never recorded, or not by us
  }
}

/**
 * Notes that the build was made of these sources.
 * @param {string} sources
 * @param {string} [root]
 */
export function recordBuild(sources, root = ROOT) {
  const file = join(root, RECORD);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ sources, built: digestOf(root, BUILT) }));
}

/**
 * A digest of names and contents: of files, and of all files in folders. What is missing counts for nothing.
 * @param {string} root
 * @param {readonly string[]} paths
 */
function digestOf(root, paths) {
  const digest = createHash("sha256");
  for (const path of paths) {
    for (const file of filesAt(root, path)) {
      const content = readFileSync(join(root, file));
      digest.update(`${file}\n${content.length}\n`).update(content);
    }
  }
  return digest.digest("hex");
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesAt(root, path) {
  if (!existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return [path];
  const below = readdirSync(join(root, path)).sort();
  return below.flatMap((name) => filesAt(root, `${path}/${name}`));
}
