import { GERMAN } from "../../src/config/german/index";
import { SAME_WORDS } from "./sameWords";
import { pageWords } from "./sources";

/**
 * Prints the messages without German, by file: `npm run words`, `npm run words -- src/store` of some files only, `--all` with those
 * that have it, `--count` their number for each file.
 */
const args = process.argv.slice(2);
const [under = ""] = args.filter((arg) => !arg.startsWith("--"));
const isKnown = (text: string) => !args.includes("--all") && (text in GERMAN || SAME_WORDS.has(text));

for (const { file, messages } of pageWords()) {
  const left = messages.filter((text) => !isKnown(text));
  if (!file.startsWith(under) || left.length === 0) continue;
  console.log(
    args.includes("--count")
      ? `${left.length}\t${file}`
      : `\n# ${file}\n${left.map((one) => JSON.stringify(one)).join("\n")}`,
  );
}
