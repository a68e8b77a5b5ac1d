// @ts-check
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Failure, runMain } from "../fail.mjs";
import { ROOT } from "../run.mjs";
import { LICENCES_FILE, readList } from "./list.mjs";
import { REVIEWED } from "./reviewed.mjs";

/**
 * What differs between the licences that ship and those that were reviewed, a sentence each; none where they agree.
 * @param {Readonly<Record<string, string>>} shipped
 * @param {Readonly<Record<string, string>>} [reviewed]
 */
export function compareLicences(shipped, reviewed = REVIEWED) {
  const names = [...new Set([...Object.keys(shipped), ...Object.keys(reviewed)])].sort();
  return names.flatMap((name) => {
    const [found, known] = [shipped[name], reviewed[name]];
    if (found === known) return [];
    if (!known) return [`${name} ships and was not reviewed. Its licence: ${found}.`];
    if (!found) return [`${name} was reviewed and does not ship. Take it out of scripts/licences/reviewed.mjs.`];
    return [`${name} was reviewed with the licence ${known} and ships with ${found}.`];
  });
}

/**
 * Prints what differs in `dist` and counts the packages that agree and that do not.
 * @returns {import("../report.mjs").Count}
 */
export function countLicences() {
  const shipped = readList(readFileSync(`${ROOT}dist/${LICENCES_FILE}`, "utf8"));
  const differences = compareLicences(shipped);
  for (const difference of differences) console.log(difference);
  const count = Object.keys(shipped).length;
  console.log(`${count} packages ship.`);
  return { passed: Math.max(0, count - differences.length), failed: differences.length || (count > 0 ? 0 : 1) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => {
    if (countLicences().failed > 0)
      throw new Failure("Read the licences above. What may ship is listed in scripts/licences/reviewed.mjs.");
  });
}
