/** What Python's `str.split()` parts at, which is not quite JavaScript's \s. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: Python parts a line at them, too
const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** The four that mteval-v13a undoes, in this order, so that "&amp;lt;" ends as "<". */
const ENTITIES: readonly (readonly [string, string])[] = [
  ["&quot;", '"'],
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
];

/** Where a space goes in, in this order; digits are ASCII's. */
const CUTS: readonly (readonly [RegExp, string])[] = [
  // Each ASCII sign of punctuation but ' , - and .
  [/([{-~[-` -&(-+:-@/])/gu, " $1 "],
  // A full stop or comma that does not follow a digit.
  [/([^0-9])([.,])/gu, "$1 $2 "],
  // One that no digit follows.
  [/([.,])([^0-9])/gu, " $1 $2"],
  // A dash that follows a digit.
  [/([0-9])(-)/gu, "$1 $2 "],
];

/** The words of a line as sacrebleu's tokenizer `13a` cuts it, after NIST's mteval-v13a (Post 2018). Case stays. */
export function tokens13a(line: string): string[] {
  let text = line.replaceAll("<skipped>", "").replaceAll("-\n", "").replaceAll("\n", " ");
  for (const [entity, sign] of ENTITIES) text = text.replaceAll(entity, sign);
  text = ` ${text} `;
  for (const [pattern, replacement] of CUTS) text = text.replace(pattern, replacement);
  return text.split(SPACES).filter((word) => word !== "");
}
