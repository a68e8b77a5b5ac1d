import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ClaimRun } from "../../config/claims/record";
import type { StudyId } from "../../config/claims/studies";
import { STAGES } from "./plan/stages";
import { RecordStore } from "./recordStore";
import { FULL } from "./scale";
import { measuredMs, stageProgress } from "./timeLeft";

const HEAVY: readonly StudyId[] = ["resnet18", "wrn28", "translation", "vgg16"];

it("the hours of the whole are those that the records' README tells", () => {
  const store = new RecordStore(join(tmpdir(), "no-claims"));
  const hours = (of: (study: StudyId) => boolean) =>
    Math.round(
      STAGES.filter(({ study }) => of(study)).reduce(
        (sum, stage) => sum + stageProgress(stage, store, FULL).msLeft,
        0,
      ) / 3.6e6,
    );
  const readme = readFileSync(join(import.meta.dirname, "../../../docs/claims/README.md"), "utf8").replaceAll(
    "\n",
    " ",
  );
  expect(readme).toContain(`the whole takes about ${hours(() => true)} hours in one process`);
  expect(readme).toContain(
    `${hours((study) => HEAVY.includes(study))} of them for ResNet-18, VGG16, WRN-28 and the Transformer, ${hours((study) => study === "alexnet")} for AlexNet`,
  );
});

it("a step's time is that of all runs which came to their end", () => {
  const run = (seconds: number, divergedAt?: number): ClaimRun => ({
    ...{ seed: 1, settings: {}, early: [] },
    ...(divergedAt === undefined ? {} : { divergedAt }),
    evaluations: [{ step: 100, seconds, trainLoss: 1, testLoss: 1, testMetric: 1 }],
  });
  expect(measuredMs([run(1), run(2), run(9, 50)])).toBe(15); // 3 s over 200 steps
  expect(measuredMs([])).toBeNull();
});
