import { type BenchCase, CASES, LENET, SMALL } from "./cases";
import { type Entrant, nameOf } from "./contestants/contestant";
import { keyOf, openAll } from "./duel";
import { gpuEntrants } from "./entrants";
import type { GpuCounts } from "./gpuCounts";
import type { BenchHost } from "./host";
import { atMost, type BenchSection } from "./report/report";

const SECTION = "WebGPU, calls of a step";
const UNITS: Record<keyof GpuCounts, string> = {
  dispatches: "dispatches/step",
  passes: "compute passes/step",
  submits: "submits/step",
  buffers: "new buffers/step",
  waited: "",
};

interface Counted {
  entrant: Entrant;
  bench: BenchCase;
  perStep: GpuCounts;
  /** JavaScript per step: the time of the calls less what was spent waiting for the device. */
  ms: number;
}

/** Steps counted: whole periods where the method has some. */
const stepsOf = ({ library, method }: Entrant) => (library !== "ours" || /^(sgd|sgdm|adam)$/.test(method) ? 10 : 20);

/** A case in batches that a software adapter can compute: there parity is checked, and KFAC, which reads back, is counted. */
const computed = (bench: BenchCase): BenchCase => ({
  ...bench,
  name: `${bench.name.split(",")[0]}, batch 4`,
  batchSize: 4,
});

/** For a quick look: what the goals speak of. */
const QUICK = /^ours (sgd|sgdm|adam|apo-p K=10)$|^(tfjs|jax-js) /;

/** Calls per step of ours, of tfjs's optimizers and of jax-js, parity checked there as well. They depend on no adapter. */
export async function benchWebGpu(
  host: BenchHost,
  isQuick: boolean,
  report: (line: string) => void,
): Promise<BenchSection> {
  const counted: Counted[] = [];
  const entrants = gpuEntrants.filter((entrant) => !isQuick || QUICK.test(nameOf(entrant)));
  for (const bench of isQuick ? [SMALL, LENET] : CASES) {
    const small = computed(bench);
    await openAll(host, small, entrants, "webgpu", 2);
    for (const each of entrants) await host.ask(each.library, { type: "close", key: keyOf(small, each) });
    report(`${SECTION}, ${small.name}: parity holds`);
    for (const entrant of entrants) counted.push(await countSteps(host, bench, entrant));
    report(`${SECTION}, ${bench.name}: counted`);
  }
  const of = (bench: BenchCase, method: string): GpuCounts | undefined =>
    counted.find(
      (entry) => entry.bench === bench && entry.entrant.library === "ours" && entry.entrant.method === method,
    )?.perStep;
  const dispatches = (bench: BenchCase, method: string) => of(bench, method)?.dispatches ?? Number.NaN;
  const buffers = counted.filter(({ entrant }) => entrant.library === "ours").map(({ perStep }) => perStep.buffers);
  const overSgdm = (bench: BenchCase) => dispatches(bench, "apo-p K=10") / dispatches(bench, "sgdm");
  return {
    rows: counted.flatMap(({ entrant, bench, perStep, ms }) => {
      const name = `${bench.name}: ${nameOf(entrant)}`;
      const row = (value: number, unit: string) => ({
        section: SECTION,
        case: name,
        median: value,
        min: value,
        max: value,
        unit,
      });
      const calls = (["dispatches", "passes", "submits", "buffers"] as const).map((call) =>
        row(perStep[call], UNITS[call]),
      );
      return [...calls, row(ms, "ms of JavaScript/step")];
    }),
    ratios: {
      "WebGPU dispatches, MLP 2-64-64-1: apo-p K=10 / sgdm": overSgdm(SMALL),
      "WebGPU dispatches, LeNet-5: apo-p K=10 / sgdm": overSgdm(LENET),
    },
    goals: [
      atMost("WebGPU dispatches per step, MLP 2-64-64-1, SGD", 12, dispatches(SMALL, "sgd")),
      atMost("WebGPU dispatches per step, MLP 2-64-64-1, Adam", 14, dispatches(SMALL, "adam")),
      atMost("WebGPU dispatches per step, LeNet-5, SGDm", 40, dispatches(LENET, "sgdm")),
      atMost("WebGPU dispatches per step, LeNet-5, Adam", 42, dispatches(LENET, "adam")),
      atMost("WebGPU dispatches per step, apo-p at K = 10 / our sgdm, MLP 2-64-64-1", 1.6, overSgdm(SMALL)),
      atMost("WebGPU dispatches per step, apo-p at K = 10 / our sgdm, LeNet-5", 1.6, overSgdm(LENET)),
      atMost("WebGPU new buffers per step in steady state, most of all our methods and cases", 0, Math.max(...buffers)),
    ],
  };
}

/**
 * Opens an entrant and counts the third of three stretches of its steps: pools and pipelines are full by then, also where KFAC
 * holds its old inverses beside the new. Each stretch ends in the one read-back that lets go of its losses, as a frame of the page
 * does.
 */
async function countSteps(host: BenchHost, given: BenchCase, entrant: Entrant): Promise<Counted> {
  const dry = entrant.method !== "kfac";
  const bench = dry ? given : computed(given);
  const key = keyOf(bench, entrant);
  const count = stepsOf(entrant);
  const ask = () => host.ask(entrant.library, { type: "steps", key, count, read: true, dry });
  await host.ask(entrant.library, { type: "open", key, entrant, bench, place: "webgpu" });
  await ask();
  await ask();
  const { calls, ms = Number.NaN } = await ask();
  await host.ask(entrant.library, { type: "close", key });
  const { dispatches, passes, submits, buffers, waited } = calls as GpuCounts;
  return {
    entrant,
    bench,
    ms: (ms - waited) / count,
    perStep: {
      dispatches: dispatches / count,
      passes: passes / count,
      submits: submits / count,
      buffers: buffers / count,
      waited: waited / count,
    },
  };
}
