import { gridRuns } from "../../learningRateGrid";
import { type Check, evaluated, type PresetChecks, type SeenRace } from "./seen";

/** Standard error of an accuracy on 1,000 images, at most. */
const ERROR = 0.016;

const accuracy = (race: SeenRace, run: string): number => evaluated(race, run, "testMetric");
const loss = (race: SeenRace, run: string): number => evaluated(race, run, "trainLoss");
const runsOf = ({ config }: SeenRace): string[] => config.optimizers.map(({ run }) => run);

/** One that diverged is behind all others. */
const finite = (value: number): number => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value);

/** By how much a run is ahead of the best of the others in test accuracy, in [−1, 1]. */
const lead = (race: SeenRace, run: string, others: readonly string[] = runsOf(race)): number =>
  accuracy(race, run) - Math.max(...others.filter((other) => other !== run).map((other) => accuracy(race, other)));

/** Highest less lowest test accuracy, in [0, 1]. */
function spread(race: SeenRace, runs: readonly string[]): number {
  const all = runs.map((run) => accuracy(race, run));
  return Math.max(...all) - Math.min(...all);
}

const leads = (says: string, run: string, others?: readonly string[]): Check => ({
  says,
  of: `test accuracy of ${run} over the best of the others`,
  measure: (race) => lead(race, run, others),
  atLeast: 0,
});

/** Training loss of a run over that of the next, which it is below. */
const isBelow = (says: string, run: string, next: string): Check => ({
  says,
  of: `training loss of ${run} over that of ${next}`,
  measure: (race) => loss(race, run) / loss(race, next),
  atMost: 1,
});

/** Of the poster's networks, by preset: held against records of three seeds (`npm run presets`). */
export const POSTER_CHECKS: Readonly<Record<string, PresetChecks>> = {
  cifar10: {
    checks: [
      {
        says: "All five start at the same loss",
        of: "highest over lowest training loss at step 0",
        measure: (race) => {
          const losses = runsOf(race).map((run) => evaluated(race, run, "trainLoss", 0));
          return Math.max(...losses) / Math.min(...losses);
        },
        atMost: 1,
      },
      ...["apo-p", "apo-lr", "sgdm", "adam"].map((run) => isBelow("KFAC's training loss falls furthest", "kfac", run)),
      ...["apo-p", "apo-lr", "sgdm", "adam"].map((run) => ({
        says: "its test loss rises highest",
        of: `test loss of kfac over that of ${run}`,
        measure: (race: SeenRace) => evaluated(race, "kfac", "testLoss") / evaluated(race, run, "testLoss"),
        atLeast: 1,
      })),
    ],
  },
  alexnet: {
    checks: [
      leads("KFAC is first in test accuracy", "kfac"),
      {
        says: "the other four lie within five points of each other",
        of: "highest less lowest test accuracy of the four",
        measure: (race) => spread(race, ["apo-p", "apo-lr", "sgdm", "adam"]),
        atMost: 0.05,
      },
    ],
  },
  vgg16: {
    checks: [leads("KFAC is first", "kfac"), leads("APO-η is ahead of APO-P", "apo-lr", ["apo-p"])],
  },
  resnet18: {
    checks: [
      {
        says: "all five name a quarter or more of the test images",
        of: "lowest test accuracy",
        measure: (race) => Math.min(...runsOf(race).map((run) => accuracy(race, run))),
        atLeast: 0.25,
      },
      {
        says: "who is first changes with the seed",
        of: "place in the race, from 0, of the first in test accuracy",
        measure: (race) => {
          const all = runsOf(race).map((run) => finite(accuracy(race, run)));
          return all.indexOf(Math.max(...all));
        },
        changes: true,
      },
    ],
  },
  "sixteen-bits": {
    reads: ["apo-p", "apo-p-bf16", "kfac", "kfac-bf16"],
    checks: ["apo-p", "kfac"].map((run) => ({
      says: "neither APO-P nor KFAC is a tenth worse in training loss in bf16 than in fp32",
      of: `training loss of ${run} in bf16 over that in fp32`,
      measure: (race) => loss(race, `${run}-bf16`) / loss(race, run),
      atMost: 1.1,
    })),
  },
  wrn28: {
    checks: [
      {
        says: "level with the schedule in test accuracy",
        of: "difference of the test accuracies of apo-lr and schedule",
        measure: (race) => Math.abs(accuracy(race, "apo-lr") - accuracy(race, "schedule")),
        atMost: 2 * ERROR,
      },
      {
        says: "behind the best fixed rate",
        of: "test accuracy of apo-lr less that of the best fixed rate",
        measure: (race) =>
          accuracy(race, "apo-lr") - Math.max(...gridRuns(race.config).map(({ run }) => finite(accuracy(race, run)))),
        atMost: 0,
      },
    ],
  },
  transformer: {
    checks: [
      ...["adam", "apo-lr"].map((run) => isBelow("Adam and APO-η have the lowest training loss", run, "apo-p")),
      isBelow("APO-P is third, SGDm last", "apo-p", "sgdm"),
    ],
  },
};
