import type { RunEstimate } from "../../../config/formulas/networkOutline";
import type { TaskData } from "../../../core/tasks/task";
import type { PartnerLink } from "../../../worker/partner/link";
import type { BenchCase } from "../cases";

/** A library with a method on a case, ready to train from the case's weights on its batches in order. */
export interface Contestant {
  /**
   * Takes steps without a read-back between them and resolves when their calls have returned, or, where the library
   * awaits the device in a step, when it has.
   */
  steps(count: number): Promise<void>;
  /** Waits for the device and returns the losses before each step since the last call, those of them that are known. */
  losses(): Promise<number[]>;
  /** What the page would say of its one run before it starts, on this device. */
  estimate?(): Promise<RunEstimate>;
  dispose(): void;
}

/** Where the arithmetic runs. */
export type Place = "cpu" | "webgpu";

export interface Entrant {
  /** The module that trains it; each runs in a worker of its own, so that no library sees another's settings. */
  library: "ours" | "tfjs" | "jax-js" | "convnetjs" | "brain.js" | "typed arrays";
  /** An optimizer, or a way to run one: "apo-p K=10". */
  method: string;
}

export type CreateContestant = (entry: {
  bench: BenchCase;
  task: TaskData;
  method: string;
  place: Place;
  /** A second worker of the kind that the page gives a race; absent where the host has none. */
  openPartner?: () => PartnerLink;
}) => Promise<Contestant>;

/** What a row of the table is called. */
export const nameOf = ({ library, method }: Entrant) => `${library} ${method}`;
