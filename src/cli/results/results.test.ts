import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { claimsTable } from "../../config/claims/findings/claimsTable";
import type { ClaimComparison } from "../../config/claims/findings/finding";
import { raceOf } from "../../config/claims/findings/raceOf";
import { CLAIM_NUMBERS, POSTER_CLAIMS, POSTER_SCORES, POSTER_SCORES_16 } from "../../config/claims/posterClaims";
import { CLAIMS_FORMAT, type ClaimsRecord, type MethodRecord } from "../../config/claims/record";
import { STUDIES } from "../../config/claims/studies";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { OptimizerId } from "../../config/tables/optimizers";
import { trainClaim } from "../claims/trainClaim";
import { startNodeBackend } from "../nodeBackend";
import { claimsSection } from "./claimsSection";
import { heldTests } from "./heldTests";
import { RESULT_FILES, resultsOf } from "./publishResults";

const root = join(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

describe("what is published", () => {
  const results = resultsOf(root);

  it.each(["page", "panel"] as const)("follows from the records: the %s", (name) => {
    expect(read(RESULT_FILES[name])).toBe(results[name]);
  });

  it("has a heading for each claim, and its row in the first table", () => {
    for (const claim of CLAIM_NUMBERS) {
      expect(results.page).toContain(`\n### Claim ${claim}\n`);
      expect(results.page).toContain(`\n| ${claim} | ${POSTER_CLAIMS[claim].says} |`);
    }
  });
});

describe("what is said of the poster", () => {
  const rows = read("docs/APO.md")
    .split("\n")
    .filter((line) => /^\| (CIFAR|IWSLT)/.test(line))
    .map((line) => line.slice(2, -2).split(" | "));
  const scores = rows.map(([task, model, ...cells]) => ({ task, model, scores: cells.map(Number) }));
  const [short = ""] = read("docs/APO.md").split("In 16 bits (SGDm, KFAC, APO-P): ")[1]?.split("\n\n") ?? [];
  const triples = [...short.replaceAll("\n", " ").matchAll(/([\d.]+), ([\d.]+), ([\d.]+)/g)].map((match) =>
    match.slice(1, 4).map(Number),
  );
  const rowOf = (task: string, model: string) =>
    scores.find((one) => one.task === task && one.model === model)?.scores ?? [];

  it("are the scores of its tables", () => {
    expect(scores).toHaveLength(8);
    const ids = { lenet: "LeNet", alexnet: "AlexNet", vgg16: "VGG16", resnet18: "ResNet-18" } as const;
    for (const [study, model] of Object.entries(ids)) {
      const own = POSTER_SCORES[study as keyof typeof ids];
      expect([own?.sgdm, own?.adam, own?.kfac, own?.["apo-p"]]).toEqual(rowOf("CIFAR-10", model));
    }
    const { sgdm, adam, "apo-p": apo } = POSTER_SCORES.translation ?? {};
    expect([sgdm, adam, Number.NaN, apo]).toEqual(rowOf("IWSLT14", "Transformer"));
    const shorts = [POSTER_SCORES_16.lenet, POSTER_SCORES_16.resnet18];
    expect(shorts.map((one) => [one?.sgdm, one?.kfac, one?.["apo-p"]])).toEqual(triples.slice(0, 2));
  });

  it("are the margins that follow from them", () => {
    const margins = scores.map(({ scores: [sgdm = 0, adam = 0, kfac = 0, apo = 0] }) =>
      Number((apo - Math.max(sgdm, adam, Number.isNaN(kfac) ? 0 : kfac)).toFixed(2)),
    );
    expect(POSTER_CLAIMS[3].number).toContain(`by ${Math.min(...margins)} to ${Math.max(...margins)} points`);
    const full = [rowOf("CIFAR-10", "LeNet"), rowOf("CIFAR-10", "ResNet-18"), rowOf("CIFAR-100", "ResNet-18")];
    const change = (short: 1 | 2, long: 2 | 3) =>
      triples.map((triple, i) => {
        const points = (triple[short] ?? 0) - (full[i]?.[long] ?? 0);
        return `${points < 0 ? "−" : "+"}${Math.abs(points).toFixed(2)}`;
      });
    expect(POSTER_CLAIMS[5].number).toContain(`KFAC ${change(1, 2).join(", ")} points`);
    expect(POSTER_CLAIMS[5].number).toContain(`APO-P ${change(2, 3).join(", ")}`);
  });
});

describe("records of a real run", () => {
  const study = STUDIES.cars;
  const trained = { task: study.task, taskOptions: study.taskOptions, batchSize: study.batchSize, steps: study.steps };
  const settings = { "apo-p": { lambdaFsd: 10 }, sgdm: { learningRate: 0.1 }, sgd: { learningRate: 0.1 } } as const;
  const records: ClaimsRecord[] = [];

  beforeAll(async () => {
    await startNodeBackend("wasm");
    for (const [optimizer, own] of Object.entries(settings) as [OptimizerId, object][]) {
      const run = (seed: number) =>
        trainClaim({
          trained: { ...trained, steps: 12 },
          optimizer,
          settings: own,
          seed,
          isHeldApart: false,
          evaluations: 4,
        });
      const heldOut = [await run(1), await run(2)];
      const record: MethodRecord = {
        ...{ format: CLAIMS_FORMAT, kind: "method", study: "cars", method: optimizer, optimizer, trained },
        ...{ criterion: "trainLoss", box: { today: { arm: 0, settings: own }, arms: [] } },
        ...{ candidates: [], chosen: own, edges: [], heldOut },
      };
      records.push(record);
    }
  });

  it("stand in the table with their seeds, their race has their settings, and nothing is said of what lacks", () => {
    const table = claimsTable(records, heldTests(read("docs/numerics.md")));
    const found = table.findings.find(
      (one): one is ClaimComparison => one.kind === "comparison" && one.claim === 4 && one.study === "cars",
    ) as ClaimComparison;
    const ends = found.entrants.map(({ name, end }) => [name, end.map(({ seed }) => seed)]);
    expect(ends).toEqual([
      ["apo-p", [1, 2]],
      ["sgd", [1, 2]],
      ["sgdm", [1, 2]],
      ["rmsprop", []],
      ["adam", []],
    ]);
    const { config } = resolveExperiment(raceOf(found));
    expect(config.optimizers.map(({ id }) => id)).toEqual(["apo-p", "sgd", "sgdm"]);
    expect(config.optimizers[2]?.hyperparams).toEqual({ ...hyperparamDefaults("sgdm"), ...settings.sgdm });
    const text = claimsSection(table);
    expect(text).toMatch(/APO-P is (ahead of|behind|level with) SGDm.* 2 of 5 seeds so far/);
    expect(text).toContain("| RMSprop | not run yet | not run yet | not chosen yet | - |");
    expect(text).not.toMatch(/undefined|NaN|null/);
  });
});
