import { idealEigenvalues } from "../../../formulas/ideal";
import {
  evaluated,
  highestRate,
  median,
  type PresetChecks,
  rateBefore,
  type SeenRace,
  seenRun,
  shareOf,
  sharesOfQ,
} from "./seen";

const isDiverged = ({ status }: SeenRace["runs"][number]): boolean => status === "diverged";
const inBand = (share: number): boolean => share >= 0.1 && share <= 0.4;

/** Largest distance of the learned eigenvalues of P to the ideal of Algorithm 1, relative. */
function distanceToIdeal(race: SeenRace): number {
  const learned = seenRun(race, "apo-p").spectra.at(-1)?.layers[0]?.eigenvalues ?? [];
  const lambdas = race.config.optimizers.find(({ run }) => run === "apo-p")?.hyperparams;
  const ideal = (lambdas && idealEigenvalues(race.curvature?.[0]?.eigenvalues ?? [], lambdas, "exact")) ?? [];
  if (learned.length === 0 || learned.length !== ideal.length) return Number.NaN;
  return Math.max(...learned.map((value, i) => Math.abs(value / (ideal[i] ?? Number.NaN) - 1)));
}

const STARTS = ["eta-1e-4", "eta-1e-3", "eta-1e-2", "eta-1e-1"] as const;
const ratio = (values: readonly number[]): number => Math.max(...values) / Math.min(...values);

/** Of each preset on a small problem, by its id, whose bounds are of the seeds 1 to 5 (bounds.ts): `npm test` trains its own seed, and reads what the others came to. */
export const TOY_CHECKS: Readonly<Record<string, PresetChecks>> = {
  "lambda-fsd-jump": {
    reads: ["apo-lr"],
    checks: [
      {
        says: "swells",
        of: "median share of FSD in Q, steps 200 to 249",
        measure: (race) => median(sharesOfQ(race, "apo-lr", 200, 250).map(({ fsd }) => fsd)),
        atMost: 0.1,
      },
      {
        says: "past a tenth of APO-η's Q",
        of: "the same in steps 250 to 299",
        measure: (race) => median(sharesOfQ(race, "apo-lr", 250, 300).map(({ fsd }) => fsd)),
        atLeast: 0.1,
      },
      {
        says: "beside WSD",
        of: "share of meta-updates in which FSD and WSD are each 10 to 40 % of Q",
        measure: (race) => shareOf(sharesOfQ(race, "apo-lr"), ({ fsd, wsd }) => inBand(fsd) && inBand(wsd)),
        atLeast: 1 / 4,
      },
      {
        says: "by the end η has lost a third",
        of: "η at the end over η before step 250",
        measure: (race) => rateBefore(race, "apo-lr") / rateBefore(race, "apo-lr", 250),
        atMost: 2 / 3,
      },
    ],
  },
  "rise-and-decay": {
    checks: [
      {
        says: "climbs past 0.01",
        of: "highest η",
        measure: (race) => highestRate(race, "apo-lr"),
        atLeast: 0.01,
      },
      {
        says: "comes down by a tenth or more",
        of: "η at the end over its highest",
        measure: (race) => rateBefore(race, "apo-lr") / highestRate(race, "apo-lr"),
        atMost: 0.9,
      },
      {
        says: "ends within a fifth of a tuned SGDm's loss",
        of: "distance of its training loss at the end to SGDm's, over SGDm's",
        measure: (race) => Math.abs(evaluated(race, "apo-lr", "trainLoss") / evaluated(race, "sgdm", "trainLoss") - 1),
        atMost: 0.2,
      },
    ],
  },
  "closed-form": {
    reads: ["apo-p"],
    checks: [
      {
        says: "within a tenth of 1 / ((1 + λ_FSD) h + λ_WSD)",
        of: "largest relative distance of an eigenvalue at the end",
        measure: distanceToIdeal,
        atMost: 0.1,
      },
    ],
  },
  "ill-conditioned": {
    reads: ["apo-p", "adam", "kfac"],
    until: 500,
    checks: [
      ...(["apo-p", "kfac"] as const).map((run) => ({
        says: "APO-P and KFAC are below 1e-3",
        of: `training loss of ${run} at step 500`,
        measure: (race: SeenRace) => evaluated(race, run, "trainLoss", 500),
        atMost: 1e-3,
      })),
      {
        says: "Adam is above it",
        of: "its training loss at step 500",
        measure: (race) => evaluated(race, "adam", "trainLoss", 500),
        atLeast: 1e-3,
      },
    ],
  },
  "apo-loses": {
    checks: (["apo-p", "adam"] as const).map((run) => ({
      says: "KFAC's training loss after 150 steps is lower than APO-P's or Adam's after 1,000",
      of: `KFAC's at step 150 over that of ${run} at the end`,
      measure: (race) => evaluated(race, "kfac", "trainLoss", 150) / evaluated(race, run, "trainLoss"),
      atMost: 1,
      isOfWords: true as const,
    })),
  },
  divergence: {
    checks: [
      {
        says: "SGDm at ten times its tuned η blows up and stops",
        of: "runs that diverged, and this among them",
        measure: (race) => (seenRun(race, "sgdm-x10").status === "diverged" ? race.runs.filter(isDiverged).length : 0),
        atLeast: 1,
        isOfWords: true,
      },
      {
        says: "the others go on",
        of: "runs that diverged",
        measure: (race) => race.runs.filter(isDiverged).length,
        atMost: 1,
        isOfWords: true,
      },
      {
        says: "the message says at which step",
        of: "the step that it names over the last one that the run took",
        measure: (race) => {
          const { message = "", columns } = seenRun(race, "sgdm-x10");
          return Number(/step (\d+)/.exec(message)?.[1]) / (columns.step.at(-1) ?? Number.NaN);
        },
        atLeast: 1,
        atMost: 1,
        isOfWords: true,
      },
    ],
  },
  "four-starts": {
    checks: [
      {
        says: "losses within a fifth of each other",
        of: "highest over lowest training loss at the end",
        measure: (race) => ratio(STARTS.map((run) => evaluated(race, run, "trainLoss"))),
        atMost: 1.2,
      },
      {
        says: "rates within a factor of two",
        of: "highest over lowest η at the end; 1,000 at the start",
        measure: (race) => ratio(STARTS.map((run) => rateBefore(race, run))),
        atMost: 2,
      },
    ],
  },
};
