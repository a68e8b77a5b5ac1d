import type { BenchCase } from "./cases";
import { nameOf } from "./contestants/contestant";
import { duel, type Effort } from "./duel";
import { ours } from "./entrants";
import type { BenchHost } from "./host";
import { atMost, type BenchSection, pairedRatio, summarise } from "./report/report";

const SECTION = "Ratios, LeNet-5 batch 128, Node";
const CASE: BenchCase = { name: "LeNet-5 32×32×3, batch 128", network: "lenet", batchSize: 128 };
const RACE = "race of five";
const FIVE = ["sgdm", "adam", "kfac", "apo-lr", "apo-p K=10"];

/**
 * What the other methods cost beside SGDm on LeNet-5, and what five runs cost in one race, which two workers share by the code
 * that shares it in the page; each alone runs in one.
 */
export async function benchRatios(
  host: BenchHost,
  effort: Effort,
  report: (line: string) => void,
): Promise<BenchSection> {
  const peer = { library: "tfjs", method: "sgdm" } as const;
  const timings = await duel(host, CASE, [...ours([...FIVE, "apo-p K=1", RACE]), peer], effort, report);
  const of = (method: string, library = "ours") =>
    timings.find(({ entrant }) => entrant.method === method && entrant.library === library)?.msPerStep ?? [];
  const over = (method: string) => pairedRatio(of(method), of("sgdm"));
  const alone = of(RACE).map((_, i) => FIVE.reduce((sum, method) => sum + (of(method)[i] as number), 0));
  const race = pairedRatio(of(RACE), alone);
  const overPeer = pairedRatio(of(RACE), of("sgdm", "tfjs"));
  return {
    rows: timings.map(({ entrant, msPerStep }) => ({
      section: SECTION,
      case: nameOf(entrant),
      ...summarise(msPerStep),
      unit: "ms/step",
    })),
    ratios: {
      "LeNet-5 batch 128: apo-lr / sgdm": over("apo-lr"),
      "LeNet-5 batch 128: apo-p K=1 / sgdm": over("apo-p K=1"),
      "LeNet-5 batch 128: apo-p K=10 / sgdm": over("apo-p K=10"),
      "LeNet-5 batch 128: kfac / sgdm": over("kfac"),
      "LeNet-5 batch 128: race of five, over two workers / sum of five alone": race,
      "LeNet-5 batch 128: race of five / tfjs momentum": overPeer,
    },
    goals: [
      atMost("LeNet-5 batch 128, CPU: apo-lr / sgdm", 1.3, over("apo-lr")),
      atMost("LeNet-5 batch 128, CPU: apo-p / sgdm at K = 10", 1.6, over("apo-p K=10")),
      atMost("LeNet-5 batch 128, CPU: kfac / sgdm, factors every 5 and inverses every 20", 2.2, over("kfac")),
      atMost("LeNet-5 batch 128, CPU: race of five, over two workers / sum of five alone", 0.7, race),
      atMost("LeNet-5 batch 128, CPU: lockstep step of five / one tfjs momentum step", 8, overPeer),
    ],
  };
}
