// @ts-check
/** @typedef {{ module: string, resolved: string, protocol?: string, rules?: { name: string }[] }} Dependency */
/** @typedef {{ source: string, dependencies: Dependency[] }} Module */
/** @typedef {{ path?: string | string[], pathNot?: string | string[] }} Paths */
/** @typedef {{ from: Paths, to: Paths }} ReachRule */

/**
 * The modules of `to` that none of `from` reaches by imports. In one walk over all of them: dependency-cruiser's `reachable` walks
 * from each of `from` to each of `to`, which takes as long as all its other rules.
 * @param {readonly Module[]} modules
 * @param {ReachRule} rule
 * @returns {string[]}
 */
export function unreached(modules, { from, to }) {
  const importsOf = new Map(modules.map(({ source, dependencies }) => [source, dependencies]));
  const sources = modules.map(({ source }) => source);
  const reached = new Set(sources.filter(matcher(from)));
  for (const source of reached) for (const { resolved } of importsOf.get(source) ?? []) reached.add(resolved);
  return sources.filter(matcher(to)).filter((source) => !reached.has(source));
}

/** @param {Paths} paths @returns {(source: string) => boolean} */
function matcher({ path = "", pathNot = [] }) {
  const [wanted, unwanted] = [path, pathNot].map((patterns) => [patterns].flat().map((pattern) => new RegExp(pattern)));
  return (source) =>
    (wanted ?? []).some((pattern) => pattern.test(source)) && !unwanted?.some((pattern) => pattern.test(source));
}
