import { CASES, LENET, SMALL, WIDE } from "./cases";
import { type Entrant, nameOf } from "./contestants/contestant";
import { duel, type Effort, type Timing } from "./duel";
import { cpuEntrants } from "./entrants";
import type { BenchHost } from "./host";
import { atMost, type BenchSection, type Goal, pairedRatio, summarise } from "./report/report";

/** Every library on the CPU, in one kind of place: rows, the ratios of ours to each peer, and the goals on them. */
export async function benchCpu(host: BenchHost, effort: Effort, report: (line: string) => void): Promise<BenchSection> {
  const section = `CPU, ${host.name}`;
  const timings: Timing[] = [];
  for (const bench of CASES) timings.push(...(await duel(host, bench, cpuEntrants(bench), effort, report)));
  const of = (bench: { name: string }, library: Entrant["library"], method: string): readonly number[] =>
    timings.find(
      ({ entrant, bench: { name } }) => name === bench.name && entrant.library === library && entrant.method === method,
    )?.msPerStep ?? [];
  const ratio = (bench: { name: string }, method: string, library: Entrant["library"], theirs = method) =>
    pairedRatio(of(bench, "ours", method), of(bench, library, theirs));
  const goal = (name: string, most: number, value: number): Goal => atMost(`${section}, ${name}`, most, value);

  const peers = timings.filter(({ entrant }) => entrant.library !== "ours");
  const ratios = peers.map(({ entrant, bench }) => {
    const method = entrant.method === "online" ? "sgd" : entrant.method;
    const value = ratio(bench, method, entrant.library, entrant.method);
    return [`${section}, ${bench.name}: ours ${method} / ${nameOf(entrant)}`, value] as const;
  });
  const others = peers.filter(({ entrant, bench }) => bench === LENET && entrant.library !== "tfjs");
  const slowest = others
    .filter(({ entrant }) => entrant.method === "sgdm")
    .map(({ entrant }) => ratio(LENET, "sgdm", entrant.library));
  return {
    rows: timings.map(({ entrant, bench, msPerStep }) => ({
      section,
      case: `${bench.name}: ${nameOf(entrant)}`,
      ...summarise(msPerStep),
      unit: "ms/step",
    })),
    ratios: Object.fromEntries(ratios),
    goals: [
      goal("MLP 2-64-64-1, SGD / tfjs-wasm minimize", 0.2, ratio(SMALL, "sgd", "tfjs")),
      goal("MLP 2-64-64-1, SGD / typed arrays by hand", 0.15, ratio(SMALL, "sgd", "typed arrays")),
      goal("MLP 2-64-64-1, SGD / jax-js", 0.04, ratio(SMALL, "sgd", "jax-js")),
      goal("MLP 2-64-64-1, Adam / our SGD", 1.2, ratio(SMALL, "adam", "ours", "sgd")),
      goal("MLP 2-64-64-1, SGDm / our SGD", 1.2, ratio(SMALL, "sgdm", "ours", "sgd")),
      goal("MLP 16-256-256-1 batch 256, SGD / tfjs-wasm minimize", 0.4, ratio(WIDE, "sgd", "tfjs")),
      goal("LeNet-5 batch 64, SGDm / tfjs-wasm with the convolution override", 0.3, ratio(LENET, "sgdm", "tfjs")),
      goal("LeNet-5 batch 64, SGDm / the nearest other peer, per sample", 0.05, Math.max(...slowest)),
    ],
  };
}
