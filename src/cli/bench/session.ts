import type { RunEstimate } from "../../config/formulas/networkOutline";
import { withPeakBytes } from "../../core/training/peakBytes";
import type { PartnerLink } from "../../worker/partner/link";
import { type BenchCase, createCase } from "./cases";
import { type Contestant, type Entrant, nameOf, type Place } from "./contestants/contestant";
import { LOAD } from "./contestants/registry";
import { type GpuCounts, readGpuCounts, setDry } from "./gpuCounts";

/**
 * What a worker with one library is asked; `open` makes the contestant that the others act on by its `key`. `read`: the
 * losses are read back once behind the steps, as part of their time. `dry`: WebGPU is called and computes nothing.
 */
export type Question =
  | { type: "open"; key: string; entrant: Entrant; bench: BenchCase; place: Place }
  | { type: "steps"; key: string; count: number; read: boolean; dry?: boolean }
  | { type: "losses"; key: string }
  | { type: "peak"; key: string; count: number }
  | { type: "estimate"; key: string }
  | { type: "close"; key: string };

export interface Answer {
  /** Milliseconds of all steps. */
  ms?: number;
  losses?: number[];
  /** WebGPU: calls during these steps. */
  calls?: GpuCounts;
  /** Most bytes of tensors alive at once during these steps. */
  bytes?: number;
  estimate?: RunEstimate;
}

/** Answers the questions put to one worker. `startBackend` readies the library's device before its first contestant. */
export function createSession(
  startBackend: (library: Entrant["library"], place: Place) => Promise<void>,
  openPartner?: () => PartnerLink,
) {
  const open = new Map<string, Contestant>();
  let started = "";
  const contestantOf = (key: string): Contestant => {
    const contestant = open.get(key);
    if (!contestant) throw new Error(`There is no contestant "${key}" in this worker.`);
    return contestant;
  };
  return async (question: Question): Promise<Answer> => {
    if (question.type === "open") {
      const { key, entrant, bench, place } = question;
      if (started !== place) await startBackend(entrant.library, place);
      started = place;
      const create = await LOAD[entrant.library]();
      const name = nameOf(entrant);
      try {
        open.set(key, await create({ bench, task: createCase(bench), method: entrant.method, place, openPartner }));
      } catch (cause) {
        throw new Error(`${name} did not start on ${bench.name}: ${String(cause)}`, { cause });
      }
      return {};
    }
    const contestant = contestantOf(question.key);
    if (question.type === "losses") return { losses: await contestant.losses() };
    if (question.type === "peak") return { bytes: (await withPeakBytes(() => contestant.steps(question.count))).most };
    if (question.type === "estimate") return { estimate: await contestant.estimate?.() };
    if (question.type === "close") {
      contestant.dispose();
      open.delete(question.key);
      return {};
    }
    setDry(question.dry ?? false);
    const before = readGpuCounts();
    const begun = performance.now();
    await contestant.steps(question.count);
    const losses = question.read ? await contestant.losses() : undefined;
    const ms = performance.now() - begun;
    const after = readGpuCounts();
    const names = Object.keys(after) as (keyof GpuCounts)[];
    return { ms, losses, calls: Object.fromEntries(names.map((name) => [name, after[name] - before[name]])) as never };
  };
}
