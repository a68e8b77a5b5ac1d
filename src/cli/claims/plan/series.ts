import type { SeriesRecord } from "../../../config/claims/record";
import { FIXED_RATES, PRICES, STARTS } from "../../../config/claims/rules";
import type { Study, StudyId } from "../../../config/claims/studies";
import { logSpaced } from "../../../config/experiment/learningRateGrid";
import { CHOICES, type Hyperparams } from "../../../config/tables/hyperparams";
import type { StudyMethods } from "../boxes/ranges";

type Settings = Partial<Hyperparams>;

/** What the methods of a study were found to do best with; null while that is open. */
type ChosenOf = (method: string) => Settings | null;

/** Runs of a claim beside a study: the same on every held-out seed. */
export interface Series extends Pick<SeriesRecord, "claim" | "series" | "optimizer" | "varied"> {
  /** Null while they wait for a method's settings. */
  settings: (chosen: ChosenOf) => Settings[] | null;
  /** Of prices: the steps in which φ alone moves. */
  pricedFrom?: number;
  /** Of prices: other steps than the study's. */
  steps?: number;
}

/** Steps in which φ alone moves, so that every price is paid at the same weights, and steps that train after them. */
const STILL_STEPS = 200;
const TRAINING_STEPS = 200;

const PRICED: readonly StudyId[] = [
  "deep-linear",
  "cars",
  "mnist-autoencoder",
  "lenet",
  "sine",
  "spirals",
  "linear",
  "mnist",
  "fashion-mnist",
];

/** All series of a study, by claims. `share`: of the steps that prices take. */
export function seriesOf({ id, claims }: Study, methods: StudyMethods, share: number): Series[] {
  return [
    ...(claims.includes(1) ? ["sgdm", "adam"].flatMap((name) => fixedRates(name, methods)) : []),
    ...(claims.includes(2) ? CHOICES.baseOptimizer.map(starts) : []),
    ...(claims.includes(5) ? ["sgdm", "kfac", "apo-p"].flatMap((name) => precisions(name, methods)) : []),
    ...(PRICED.includes(id) ? ["apo-p", "apo-lr"].flatMap((name) => prices(name, methods, share)) : []),
  ];
}

/** Fixed rates over a method's box: a band for APO-η, which has the method as its base. */
function fixedRates(name: string, methods: StudyMethods): Series[] {
  const method = methods[name];
  const axis = method?.box.arms[0]?.axes.find(({ setting }) => setting === "learningRate");
  if (!method || !axis) return [];
  const rates = logSpaced(axis.low, axis.high, FIXED_RATES);
  return [
    {
      ...{ claim: 1, series: `fixed-${name}`, optimizer: method.optimizer, varied: ["learningRate"] },
      settings: () => rates.map((learningRate) => ({ ...method.box.arms[0]?.fixed, learningRate })),
    },
  ];
}

/** Starts of η on each base: the other settings are those of APO-η on Adam where the base divides by a second moment, else those on SGDm. */
const starts = (baseOptimizer: Hyperparams["baseOptimizer"]): Series => ({
  ...{ claim: 2, series: `start-${baseOptimizer}`, optimizer: "apo-lr", varied: ["learningRate"] },
  settings: (chosen) => {
    const own = chosen(["rmsprop", "adam"].includes(baseOptimizer) ? "apo-lr-adam" : "apo-lr");
    return own && STARTS.map((learningRate) => ({ ...own, baseOptimizer, learningRate }));
  },
});

/** A method in 16 bits, with the settings that it has in 32. */
function precisions(name: string, methods: StudyMethods): Series[] {
  const method = methods[name];
  if (!method) return [];
  return CHOICES.precision
    .filter((precision) => precision !== "fp32")
    .map((precision) => ({
      ...{ claim: 5, series: `${precision}-${name}`, optimizer: method.optimizer, varied: [] },
      settings: (chosen) => {
        const own = chosen(name);
        return own && [{ ...own, precision }];
      },
    }));
}

/** Five values of each price, from today's settings, with a meta-update at every step while the weights stand still. */
function prices(name: string, methods: StudyMethods, share: number): Series[] {
  const method = methods[name];
  if (!method) return [];
  const still = Math.max(10, Math.round(STILL_STEPS * share));
  const training = Math.max(10, Math.round(TRAINING_STEPS * share));
  const own = { ...method.box.today.settings, metaOnlySteps: still, metaIntervalWarmup: still };
  return (["lambdaFsd", "lambdaWsd"] as const).map((price) => ({
    ...{ claim: 8, series: `${price}-${name}`, optimizer: method.optimizer, varied: [price] },
    ...{ pricedFrom: still, steps: still + training },
    settings: () => PRICES.map((value) => ({ ...own, [price]: value })),
  }));
}
