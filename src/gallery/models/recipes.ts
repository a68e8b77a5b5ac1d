import type { NumericHyperparamName } from "../../config/tables/hyperparamNames";

/** One fixed run of the gallery: what the page's link says, and what is done with it. */
export interface Recipe {
  /** Query of a link. */
  link: string;
  /** Lockstep steps that are taken of those that the link asks for. */
  taken: number;
  /** Steps at which predictions and gaps are kept. Rows and evaluations are kept of every step, lookaheads of the last. */
  kept: readonly number[];
  /** Steps at which spectra are kept. */
  spectra: readonly number[];
  /** Moves of sliders: each acts in the step of its number. */
  moves?: readonly { step: number; run: string; name: NumericHyperparamName; value: number }[];
  /** The sweep map is trained too. */
  hasSweep?: true;
  /** The landscape's worker is asked too. */
  hasLandscape?: true;
  /** The device is lost once so many steps are taken. */
  lostAt?: number;
  /** Text of the person's own file. */
  csv?: string;
}

const ALL =
  "apo-p,apo-lr,sgd,sgdm,rmsprop,adam,kfac,ekfac,shampoo,gradient-descent,natural-gradient,hessian-free,proximal-point";

/** As many runs as a race may have: methods that race again are told apart by their η. */
const CROWD = [
  ALL,
  ...["a", "b", "c", "d", "e", "f"].map((run) => `sgdm:sgdm-${run},adam:adam-${run},kfac:kfac-${run}`),
];
const CROWDED_RATES = ["sgdm", "adam", "kfac"].flatMap((id) =>
  ["a", "b", "c", "d", "e", "f"].map((run, index) => `${id}-${run}.learningRate=${(0.001 * (index + 1)).toFixed(3)}`),
);

/** Heights of a plant by day and light; row 4 has a gap. */
const PLANTS = [
  "day,light,height,name",
  ...Array.from({ length: 24 }, (_, day) => {
    const light = 20 + ((day * 7) % 11);
    return `${day},${day === 4 ? "" : light},${(2 + 0.4 * day + 0.05 * light).toFixed(2)},plant ${day}`;
  }),
].join("\n");

/** Every model of the gallery (`npm run gallery:models` records them). */
export const RECIPES = {
  sine: {
    link: "task=sine&opt=apo-p,apo-lr,sgdm,adam,kfac&steps=100&lf=0.1&k=5&views=lookahead,effect,gap,landscape",
    taken: 72,
    kept: [48, 72],
    spectra: [72],
    moves: [{ step: 48, run: "apo-p", name: "lambdaFsd", value: 10 }],
    hasLandscape: true,
  },
  linear: {
    link: "task=linear&opt=apo-p,apo-lr,sgdm,kfac&steps=48&views=gap,spectrum,sweepMap",
    taken: 48,
    kept: [48],
    spectra: [0, 6, 12, 18, 24, 30, 36, 42, 48],
    hasSweep: true,
  },
  grid: { link: "task=linear&opt=apo-lr&grid=1&steps=40", taken: 30, kept: [], spectra: [30] },
  alone: { link: "task=linear&opt=sgdm&steps=40", taken: 20, kept: [], spectra: [20] },
  thirteen: { link: `task=linear&opt=${ALL}&steps=40`, taken: 16, kept: [16], spectra: [16] },
  crowd: {
    link: `task=csv&csv=plants.csv&target=height&inputs=day&opt=${CROWD},sgd:sgd-2&sgd-2.learningRate=0.002&${CROWDED_RATES.join("&")}&steps=40`,
    taken: 3,
    kept: [3],
    spectra: [3],
    csv: PLANTS,
  },
  twice: {
    link: "task=linear&opt=apo-p,apo-p,sgdm,sgdm&steps=40&apo-p.lf=0.3&apo-p-2.lf=3&sgdm-2.learningRate=0.005",
    taken: 12,
    kept: [12],
    spectra: [12],
  },
  diverged: {
    link: "task=linear&opt=apo-lr,sgdm,adam&sgdm.learningRate=5&steps=60&views=effect",
    taken: 40,
    kept: [2, 40],
    spectra: [],
  },
  cars: { link: "task=cars&opt=apo-p,apo-lr,sgdm,adam,kfac&steps=60", taken: 24, kept: [0, 12, 24], spectra: [] },
  matrix: { link: "task=deep-linear&opt=apo-p,sgdm&steps=60", taken: 20, kept: [20], spectra: [] },
  spirals: { link: "task=spirals&opt=apo-p,adam&steps=60&views=lookahead", taken: 30, kept: [30], spectra: [] },
  images: { link: "task=mnist&opt=apo-lr,adam&steps=40&images=2000", taken: 8, kept: [8], spectra: [] },
  reconstruction: {
    link: "task=mnist-autoencoder&opt=adam&steps=40&images=2000",
    taken: 6,
    kept: [6],
    spectra: [],
  },
  csv: {
    link: "task=csv&csv=plants.csv&target=height&inputs=day&opt=apo-p,sgdm&steps=40&views=effect",
    taken: 10,
    kept: [10],
    spectra: [10],
    csv: PLANTS,
  },
  lost: { link: "task=linear&opt=apo-p,sgdm&steps=40&backend=webgpu", taken: 12, kept: [], spectra: [12], lostAt: 12 },
} satisfies Record<string, Recipe>;

/** Name of a model. */
export type ModelName = keyof typeof RECIPES;
