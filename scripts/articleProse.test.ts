import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { trainSeen } from "../src/cli/presets/seenRace";
import { presetOf } from "../src/cli/recording/recordPreset";
import type { ClaimsTable } from "../src/config/claims/findings/finding";
import { isFalling } from "../src/config/claims/findings/judge";
import { POSTER_CLAIMS, POSTER_SCORES, POSTER_SCORES_16 } from "../src/config/claims/posterClaims";
import { HELD_OUT_SEEDS } from "../src/config/claims/rules";
import type { StudyId } from "../src/config/claims/studies";
import { rateBefore } from "../src/config/experiment/presets/checks/seen";
import { amortizedPasses } from "../src/config/formulas/passes";
import { hyperparamRange } from "../src/config/tables/hyperparamRange";
import { ALLOWED } from "./articleAllowed";
import { articleTexts, textsIn } from "./articleTexts";
import { read, rowsOf, section } from "./documents";

/*
 * Numbers and comparisons of the article are those of the state or of records. One that stands in its prose is listed here, with what it is
 * or the test that holds it.
 */

const NUMBERS =
  /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twice|half|hundred|thousand|first|second|third|fourth|fifth|tenth)\b/i;
const COMPARISONS =
  /\b(than|more|less|fewer|most|least|better|best|worse|worst|ahead|behind|level|beats?|wins?|loses?|lost|falls?|rises?|higher|lower|longer|shorter|long|short|smaller|larger|large|small|greater|faster|slower|cheaper|cheapest|costs?|equal|same|good|tolerant|further|competitive|tuned)\b/i;

/** Texts that have a number or a comparison left when what is allowed is taken out. */
const unbound = (texts: readonly { file: string; text: string }[]) =>
  texts
    .map(({ file, text }) => ({ file, text: ALLOWED.reduce((rest, { words }) => rest.replaceAll(words, ""), text) }))
    .filter(({ text }) => NUMBERS.test(text) || COMPARISONS.test(text));

describe("the article's prose", () => {
  const texts = articleTexts();

  it("has no number and no comparison that is neither of the state, nor of a record, nor listed", () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(unbound(texts)).toEqual([]);
  });

  it("has all that is listed, each with what it is or with a test that is there", () => {
    for (const { words, why, heldBy } of ALLOWED) {
      expect(
        texts.some(({ text }) => text.includes(words)),
        words,
      ).toBe(true);
      expect(why ?? heldBy, words).toBeDefined();
      if (heldBy) expect(read(heldBy[0]), words).toContain(heldBy[1]);
    }
  });

  it.each([
    ["<p>KFAC beats all.</p>", 1],
    ["<p>FSD is {share} of Q, WSD 0 % of it.</p>", 1],
    ['<Note text="twice the passes" />', 1],
    ['<p>{["runs are faster"].map(say)}</p>', 1],
    ["<p>{n} of {all} seeds</p>", 0],
    ['<p className="part-2">APO-η learns learning rates.</p>', 0],
  ])("%s has so many: %i", (element, count) => {
    const found = textsIn(`export const part = ${element};`, true).map((text) => ({ file: "", text }));
    expect(unbound(found)).toHaveLength(count);
  });
});

describe("what the article says of prices and passes", () => {
  const { findings } = JSON.parse(read("public/claims.json")) as ClaimsTable;

  it("with more λ_FSD the outputs move less, on every seed of every record", () => {
    const responses = findings.flatMap((one) => (one.kind === "response" && one.price === "lambdaFsd" ? [one] : []));
    expect(responses.length).toBeGreaterThanOrEqual(10);
    for (const { study, subject, seeds } of responses) {
      expect(seeds).toHaveLength(HELD_OUT_SEEDS.length);
      for (const { seed, still } of seeds) expect(isFalling(still), `${study}, ${subject}, seed ${seed}`).toBe(true);
    }
  });

  it.each([7, 8, 9])("with ten times the λ_FSD APO-η comes to a lower η, on seed %i", async (seed) => {
    const { experiment, ...preset } = presetOf("lambda-fsd-jump");
    const rateOf = async (interventions: typeof experiment.interventions) => {
      const known = { reads: ["apo-lr"], isMeasured: false };
      const race = await trainSeen({ ...preset, experiment: { ...experiment, interventions } }, seed, known);
      return { before: rateBefore(race, "apo-lr", 250), end: rateBefore(race, "apo-lr") };
    };
    const [moved, still] = [await rateOf(experiment.interventions), await rateOf([])];
    expect(moved.before).toBe(still.before); // up to the move both are one race
    expect(moved.end).toBeLessThan(still.end);
  });

  it("a longer K makes a step cheaper", () => {
    const passes = [1, 2, 5, 10, 100].map((interval) => amortizedPasses(interval));
    expect(isFalling(passes.map(({ forward }) => forward))).toBe(true);
    expect(isFalling(passes.map(({ backward }) => backward))).toBe(true);
  });

  it("a slider can take λ_WSD away from natural gradient", () => {
    expect(hyperparamRange("natural-gradient", "lambdaWsd").allowsZero).toBe(true);
  });

  it("a sweep tries as many settings of each method", () => {
    for (const file of readdirSync("docs/sweeps")) {
      const { methods } = JSON.parse(read(`docs/sweeps/${file}`)) as { methods: { candidates: unknown[] }[] };
      expect(new Set(methods.map(({ candidates }) => candidates.length)).size, file).toBe(1);
    }
  });
});

describe("the poster's numbers", () => {
  const rows = rowsOf(section("docs/APO.md", "## Results that the poster reports")).map((cells) => {
    const [sgdm, adam, kfac, apo] = cells.slice(2).map(Number);
    return {
      model: `${cells[1]} on ${cells[0]}`,
      known: [sgdm, adam, kfac].map((score) => score ?? Number.NaN),
      kfac,
      apo,
    };
  });
  const leads = rows.map(({ known, apo = Number.NaN }) => apo - Math.max(...known.filter(Number.isFinite)));
  const say = (value: number) => value.toFixed(2).replace("-", "−");

  it("of claim 3 follow from its table, as docs/APO.md has it and as the page's claims have it", () => {
    expect(rows).toHaveLength(8);
    expect(POSTER_CLAIMS[3].number).toBe(
      `ahead of the best of the three by ${say(Math.min(...leads))} to ${say(Math.max(...leads))} points in eight rows, without error bars`,
    );
    expect(leads.filter((lead) => lead < 0.2).length).toBeGreaterThan(2); // "several margins are below 0.2"
    const known: Partial<Record<StudyId, string>> = {
      lenet: "LeNet",
      alexnet: "AlexNet",
      vgg16: "VGG16",
      resnet18: "ResNet-18",
    };
    for (const [study, model] of Object.entries(known)) {
      const row = rows.find((one) => one.model === `${model} on CIFAR-10`);
      const scores = POSTER_SCORES[study as StudyId];
      expect([scores?.sgdm, scores?.adam, scores?.kfac, scores?.["apo-p"]]).toEqual([...(row?.known ?? []), row?.apo]);
    }
  });

  it("of claim 5 are 16 bits less 32, as docs/APO.md has both", () => {
    const text = section("docs/APO.md", "## Results that the poster reports");
    const models = ["LeNet on CIFAR-10", "ResNet-18 on CIFAR-10", "ResNet-18 on CIFAR-100"];
    const short = [...text.matchAll(/(\d\d\.\d\d), (\d\d\.\d\d), (\d\d\.\d\d)(?= and|\s+on|\.)/g)].map((found) =>
      found.slice(1).map(Number),
    );
    expect(short).toHaveLength(3);
    const losses = (method: 1 | 2) =>
      models.map((model, i) => {
        const row = rows.find((one) => one.model === model);
        const change = (short[i]?.[method] ?? Number.NaN) - ((method === 1 ? row?.kfac : row?.apo) ?? Number.NaN);
        return `${change > 0 ? "+" : ""}${say(change)}`;
      });
    expect(POSTER_CLAIMS[5].number).toBe(
      `LeNet, ResNet-18, ResNet-18 on CIFAR-100: KFAC ${losses(1).join(", ")} points; APO-P ${losses(2).join(", ")}`,
    );
    for (const [i, study] of (["lenet", "resnet18"] as const).entries())
      expect(Object.values(POSTER_SCORES_16[study] ?? {})).toEqual(short[i]);
  });
});
