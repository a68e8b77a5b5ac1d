import type {
  Bill,
  ClaimComparison,
  ClaimEntrant,
  ClaimsTable,
  Finding,
  Proof,
  Response,
} from "../../config/claims/findings/finding";
import { MOMENTS } from "../../config/claims/findings/judge";
import { raceOf } from "../../config/claims/findings/raceOf";
import { CLAIM_NUMBERS, type ClaimNumber, POSTER_CLAIMS } from "../../config/claims/posterClaims";
import { HELD_OUT_SEEDS } from "../../config/claims/rules";
import { raceLink } from "../../store/link/raceLink";
import { quantityWord, rangeText } from "../../store/words/claims/claimValues";
import { entrantName, foundByText, settingsPhrase } from "../../store/words/claims/entrantWords";
import {
  billSentences,
  findingLabel,
  findingTitle,
  isBegun,
  missingText,
  overviewLines,
  responseSentences,
  responseText,
  responseWord,
} from "../../store/words/claims/findingWords";
import { posterScore } from "../../store/words/claims/posterWords";
import { momentSentences } from "../../store/words/claims/verdictWords";
import { formatNumber } from "../../store/words/format";

const INTRO = `## What the poster claims, and what is seen here

From the records in [claims](claims), whose [README](claims/README.md) says what they hold. Settings of each method are chosen on seed 0 with an equal
budget, within boxes that were written down before; then they run on seeds ${HELD_OUT_SEEDS[0]} to ${HELD_OUT_SEEDS.at(-1)}, which choosing never saw. Numbers are medians over
these seeds, with the range. "Ahead": better on each of the ${HELD_OUT_SEEDS.length} seeds than the rival on the same seed; "behind": worse on each; "level": neither. These words are
computed from the signs of the differences. A line that lacks seeds says how many there are. Widths and lengths are ours, and smaller than
the poster's: numbers stand beside the poster's, they do not repeat them.
`;

/** The claims, one table of all and a section for each. */
export function claimsSection({ findings }: ClaimsTable): string {
  const of = (claim: ClaimNumber) => findings.filter((finding) => finding.claim === claim);
  return [INTRO, overview(of), ...CLAIM_NUMBERS.flatMap((claim) => claimSection(claim, of(claim)))].join("\n");
}

function overview(of: (claim: ClaimNumber) => Finding[]): string {
  const rows = CLAIM_NUMBERS.map((claim) => {
    const { says, number } = POSTER_CLAIMS[claim];
    const here = overviewLines(of(claim)).join("; ");
    return `| ${claim} | ${says} | ${number ?? "not known to us"} | ${here} |`;
  });
  return ["| | the poster says | its number | here |", "| --- | --- | --- | --- |", ...rows, ""].join("\n");
}

function claimSection(claim: ClaimNumber, findings: readonly Finding[]): string[] {
  const { says, number } = POSTER_CLAIMS[claim];
  const missing = missingText(findings);
  return [
    `### Claim ${claim}`,
    "",
    `The poster: ${says}${number === null ? "" : ` Its number: ${number}.`}`,
    "",
    ...findings.filter(isBegun).flatMap(findingLines),
    ...(missing === null ? [] : [missing, ""]),
  ];
}

function findingLines(finding: Finding): string[] {
  const race = raceOf(finding);
  return [
    `#### ${findingTitle(finding)}: ${findingLabel(finding).text}`,
    "",
    ...bodyOf(finding),
    ...(race ? [`Race it: \`${raceLink(race)}\``, ""] : []),
  ];
}

function bodyOf(finding: Finding): string[] {
  switch (finding.kind) {
    case "comparison":
      return comparisonLines(finding);
    case "bill":
      return billLines(finding);
    case "response":
      return responseLines(finding);
    case "proof":
      return proofLines(finding);
  }
}

function comparisonLines(comparison: ClaimComparison): string[] {
  const { entrants } = comparison;
  const filled = COLUMNS.map(({ head, cell }) => ({
    head: head ?? `${quantityWord(comparison)} at the end`,
    cells: entrants.map((entrant) => cell(comparison, entrant) ?? "-"),
  })).filter(({ cells }) => cells.some((cell) => cell !== "-"));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const sentences = MOMENTS.map((moment) => momentSentences(comparison, moment)).filter(
    (one) => one.sentences.length > 0,
  );
  return [
    line(filled.map(({ head }) => head)),
    line(filled.map(() => "---")),
    ...entrants.map((_, row) => line(filled.map(({ cells }) => cells[row] ?? "-"))),
    "",
    ...sentences.flatMap(({ words, sentences: all }) => [`- ${words}: ${all.join("; ")}.`]),
    ...(sentences.length > 0 ? [""] : []),
  ];
}

/** What is told of an entrant; a column without anything is left out, and one without a head is of what is compared. */
const COLUMNS: readonly {
  head: string | null;
  cell: (comparison: ClaimComparison, entrant: ClaimEntrant) => string | null;
}[] = [
  { head: "method", cell: (_, entrant) => entrantName(entrant) },
  { head: null, cell: (comparison, { end }) => rangeText(comparison, end) },
  { head: "at its best", cell: (comparison, { best }) => rangeText(comparison, best) },
  { head: "in equal time", cell: (comparison, { inTime }) => inTime && rangeText(comparison, inTime) },
  { head: "the poster", cell: posterScore },
  {
    head: "settings",
    cell: (_, entrant) => (entrant.name.startsWith("fixed-") ? "a grid" : settingsPhrase(entrant)),
  },
  {
    head: "found by",
    cell: (comparison, { optimizer, choice }) => (choice ? foundByText(comparison, optimizer, choice) : null),
  },
];

function billLines(bill: Bill): string[] {
  const rows = bill.methods.map((method) => {
    const cells = [
      entrantName({ ...method, settings: null }),
      formatNumber(method.msPerStep, 3),
      formatNumber(method.forwardPasses, 3),
      formatNumber(method.backwardPasses, 3),
      formatNumber(method.tensorBytes / 1000, 3),
      formatNumber(method.peakBytes / 1000, 3),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "| method | ms a step | forward passes | backward passes | kB kept | kB at most |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    ...billSentences(bill).map((sentence) => `- ${sentence}.`),
    "",
  ];
}

function responseLines(response: Response): string[] {
  return [
    `| price | ${responseWord(response)}, weights still | in training |`,
    "| --- | --- | --- |",
    ...response.values.map(
      (value, i) => `| ${value} | ${responseText(response, "still", i)} | ${responseText(response, "training", i)} |`,
    ),
    "",
    ...responseSentences(response).map((sentence) => `- ${sentence}.`),
    "",
  ];
}

const proofLines = ({ tests }: Proof): string[] => [
  "| what | test | limit | observed |",
  "| --- | --- | --- | --- |",
  ...tests.map(
    ({ says, file, test, limit, observed }) => `| ${says} | \`${file}\`: "${test}" | ${limit} | ${observed} |`,
  ),
  "",
];
