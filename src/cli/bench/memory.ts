import { createCase, LENET, parameterCount } from "./cases";
import { keyOf } from "./duel";
import { ours } from "./entrants";
import type { BenchHost } from "./host";
import { atMost, type BenchSection } from "./report/report";

const SECTION = "Memory, LeNet-5 batch 64";
const METHODS = ["sgd", "sgdm", "adam", "kfac", "apo-lr", "apo-p K=1", "apo-p K=10"];

/** The most tensor bytes alive at once in a period of steps, by tfjs's account, over the bytes of the weights. */
export async function benchMemory(host: BenchHost): Promise<BenchSection> {
  const modelBytes = 4 * parameterCount(createCase(LENET));
  const peaks = new Map<string, number>();
  for (const entrant of ours(METHODS)) {
    const key = keyOf(LENET, entrant);
    await host.ask("ours", { type: "open", key, entrant, bench: LENET, place: "cpu" });
    const { bytes = Number.NaN } = await host.ask("ours", { type: "peak", key, count: 20 });
    peaks.set(entrant.method, bytes);
    await host.ask("ours", { type: "close", key });
  }
  const peakOf = (method: string) => peaks.get(method) ?? Number.NaN;
  const ratio = Math.max(peakOf("apo-p K=1"), peakOf("apo-p K=10")) / peakOf("sgdm");
  return {
    rows: [...peaks].map(([method, bytes]) => {
      const times = bytes / modelBytes;
      return { section: SECTION, case: `ours ${method}`, median: times, min: times, max: times, unit: "× model bytes" };
    }),
    ratios: { "Peak tensor bytes, LeNet-5: apo-p / sgdm": ratio },
    goals: [atMost("Peak tensor bytes of apo-p / sgdm, LeNet-5 batch 64", 2.2, ratio)],
  };
}
