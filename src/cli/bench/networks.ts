import type { RunEstimate } from "../../config/formulas/networkOutline";
import { NETWORK_INFO } from "../../config/tables/networks/networks";
import { forwardOperations } from "../../core/tasks/networks/cost";
import type { BenchCase } from "./cases";
import { type Entrant, nameOf } from "./contestants/contestant";
import { PRODUCT, PRODUCT_OPERATIONS } from "./contestants/product";
import { duel, type Effort, keyOf, type Timing } from "./duel";
import { ours } from "./entrants";
import type { BenchHost } from "./host";
import { type BenchNetwork, benchGraph } from "./networkCases";
import { atMost, type BenchSection, digits, type Goal, pairedRatio, summarise } from "./report/report";

const SECTION = "The poster's networks, batch 64, Node";
const BATCH = 64;

interface NetworkGoal {
  network: BenchNetwork;
  name: string;
  /** Lockstep steps of the race a second, over two workers. */
  steps: number;
  /** Whether the rate of its passes has a goal. */
  hasRate: boolean;
}

const titled = (network: Exclude<BenchNetwork, "transformer">, width: string) =>
  `${NETWORK_INFO[network].name}${NETWORK_INFO[network].beforeWidth ?? " "}${width}`;

const GOALS: readonly NetworkGoal[] = [
  { network: "alexnet", name: titled("alexnet", "1/4"), steps: 5, hasRate: true },
  { network: "vgg16", name: titled("vgg16", "1/8"), steps: 1.5, hasRate: true },
  { network: "resnet18", name: titled("resnet18", "1/8"), steps: 1, hasRate: true },
  { network: "wrn28", name: titled("wrn28", "0.5"), steps: 0.6, hasRate: false },
  { network: "transformer", name: "Transformer d 64", steps: 2, hasRate: false },
];

const methodsOf = (network: BenchNetwork) =>
  network === "transformer"
    ? { alone: ["sgdm", "adam", "apo-lr", "apo-p K=10"], race: "race of four" }
    : { alone: ["sgdm", "adam", "kfac", "apo-lr", "apo-p K=10"], race: "race of five" };

/** What each method costs on the poster's networks, beside tfjs, and the race over two workers as the page has it. */
export async function benchNetworks(
  host: BenchHost,
  effort: Effort,
  report: (line: string) => void,
): Promise<BenchSection> {
  const sections: BenchSection[] = [];
  for (const goal of GOALS) {
    const section = await benchNetwork(host, goal, effort, report);
    sections.push(section);
    for (const { name, value } of section.goals) report(`${name}: ${digits(value)}`);
  }
  return {
    rows: sections.flatMap(({ rows }) => rows),
    ratios: Object.assign({}, ...sections.map(({ ratios }) => ratios)),
    goals: sections.flatMap(({ goals }) => goals),
  };
}

async function benchNetwork(
  host: BenchHost,
  { network, name, steps, hasRate }: NetworkGoal,
  effort: Effort,
  report: (line: string) => void,
): Promise<BenchSection> {
  const bench: BenchCase = { name: `${name}, batch ${BATCH}`, network, batchSize: BATCH };
  const { alone, race } = methodsOf(network);
  const { peaks, estimates } = await peakBytes(host, bench, alone);
  // jax-js takes seconds for a step of AlexNet, and half a minute and more for one of the others
  const peers = (network === "alexnet" ? (["tfjs", "jax-js"] as const) : (["tfjs"] as const)).map(
    (library): Entrant => ({ library, method: "sgdm" }),
  );
  const entrants: Entrant[] = [...ours([...alone, race, PRODUCT]), ...peers];
  const timings = await duel(host, bench, entrants, effort, report);
  const of = (method: string, library: Entrant["library"] = "ours") => msOf(timings, library, method);
  const over = (method: string) => pairedRatio(of(method), of("sgdm"));
  const overPeer = pairedRatio(of("sgdm"), of("sgdm", "tfjs"));
  // a backward pass takes two products where a forward pass takes one
  const operations = 3 * BATCH * forwardOperations(benchGraph(network));
  const rate = pairedRatio(
    of(PRODUCT).map((ms) => PRODUCT_OPERATIONS / ms),
    of("sgdm").map((ms) => operations / ms),
  );
  const timeOff = alone.map((method) => apart(estimates.get(method)?.msPerStep, summarise(of(method)).median));
  const bytesOff = alone.map((method) => apart(estimates.get(method)?.bytes, peaks.get(method)));
  const bytes = (peaks.get("apo-p K=10") ?? Number.NaN) / (peaks.get("sgdm") ?? Number.NaN);
  const raceMs = summarise(of(race)).median;
  const goal = (what: string, most: number, value: number): Goal => atMost(`${name}, CPU: ${what}`, most, value);
  const named = (what: string) => `${name}, batch ${BATCH}: ${what}`;
  return {
    rows: [
      ...timings.map(({ entrant, msPerStep }) => ({
        ...{ section: SECTION, case: named(nameOf(entrant)), unit: "ms/step" },
        ...summarise(msPerStep),
      })),
      ...[...peaks].map(([method, most]) => {
        const megabytes = most / 1e6;
        const figures = { median: megabytes, min: megabytes, max: megabytes };
        return { section: SECTION, case: named(`ours ${method}, peak`), ...figures, unit: "MB of tensors" };
      }),
    ],
    ratios: {
      ...Object.fromEntries(alone.slice(1).map((method) => [named(`${method} / sgdm`), over(method)])),
      ...Object.fromEntries(
        peers.map(({ library }) => [
          named(`ours sgdm / ${library} sgdm`),
          pairedRatio(of("sgdm"), of("sgdm", library)),
        ]),
      ),
      [named("256 × 256 product's arithmetic rate / that of an SGDm step")]: rate,
      [named("peak tensor bytes, apo-p / sgdm")]: bytes,
      [named(`steps a second of the ${race}, over two workers`)]: 1000 / raceMs,
    },
    goals: [
      goal("SGDm / tfjs-wasm with the convolution override", 0.35, overPeer),
      goal(`ms of a lockstep step of the ${race}, over two workers`, Math.round(1000 / steps), raceMs),
      goal("apo-p / sgdm at K = 10", 1.7, over("apo-p K=10")),
      goal("apo-lr / sgdm", 1.35, over("apo-lr")),
      ...(hasRate ? [goal("our 256 × 256 product's arithmetic rate / that of an SGDm step", 2, rate)] : []),
      goal("peak tensor bytes of apo-p / sgdm", 2.3, bytes),
      goal(
        "estimated and measured ms of a step, the larger over the smaller, of the worst method",
        2,
        Math.max(...timeOff),
      ),
      goal(
        "estimated and measured peak bytes, the larger over the smaller, of the worst method",
        2,
        Math.max(...bytesOff),
      ),
    ],
  };
}

const msOf = (timings: readonly Timing[], library: Entrant["library"], method: string): readonly number[] =>
  timings.find(({ entrant }) => entrant.library === library && entrant.method === method)?.msPerStep ?? [];

/** How far two positive numbers are apart: the larger over the smaller. */
const apart = (a: number | null | undefined, b: number | undefined): number => {
  const [one, other] = [a ?? Number.NaN, b ?? Number.NaN];
  return Math.max(one / other, other / one);
};

/** The most tensor bytes alive at once in the steps from one meta-update of K = 10 to the next, and what the page says of each method before. */
async function peakBytes(host: BenchHost, bench: BenchCase, methods: readonly string[]) {
  const peaks = new Map<string, number>();
  const estimates = new Map<string, RunEstimate>();
  for (const entrant of ours(methods)) {
    const key = keyOf(bench, entrant);
    await host.ask("ours", { type: "open", key, entrant, bench, place: "cpu" });
    const { bytes = Number.NaN } = await host.ask("ours", { type: "peak", key, count: 11 });
    peaks.set(entrant.method, bytes);
    const { estimate } = await host.ask("ours", { type: "estimate", key });
    if (estimate) estimates.set(entrant.method, estimate);
    await host.ask("ours", { type: "close", key });
  }
  return { peaks, estimates };
}
