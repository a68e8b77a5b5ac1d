import type { Hyperparams } from "../../tables/hyperparams";
import type { OptimizerId } from "../../tables/optimizers";
import type { ClaimNumber } from "../posterClaims";
import type { BoxEdge } from "../record";
import type { StudyId } from "../studies";
import type { SeedValue } from "../verdict";

type Settings = Partial<Hyperparams>;

/** How a setting that is shown was found. */
export interface Choice {
  candidates: number;
  edges: readonly BoxEdge[];
  /** Middle over the seeds of `lateChange`, in the comparison's quantity; null where it was not measured. */
  lateChange: number | null;
}

/** One side of a comparison: what it came to on each held-out seed that was run. */
export interface ClaimEntrant {
  /** Name within the study: "sgdm", "learningRate 0.01". */
  name: string;
  optimizer: OptimizerId;
  /** Over the method's bare defaults; null where it stands for several, or is not chosen yet. */
  settings: Settings | null;
  /** Absent of runs whose settings nobody chose. */
  choice?: Choice;
  /** At the last step. */
  end: readonly SeedValue[];
  /** The best that any evaluation saw. */
  best: readonly SeedValue[];
  /** Within the time that the cheapest entrant takes for its run, by the ledger; null without a ledger. */
  inTime: readonly SeedValue[] | null;
}

/** Who is held against whom, by their names; of several rivals against the best one in each seed. */
export interface Pairing {
  ours: string;
  rivals: readonly string[];
}

/** Methods of a study beside each other. */
export interface ClaimComparison {
  kind: "comparison";
  claim: ClaimNumber;
  study: StudyId;
  /** What of the study it is about, where a claim has several: "apo-lr", "start-adam", "kfac". */
  subject: string;
  quantity: "testMetric" | "trainLoss";
  isHigherBetter: boolean;
  entrants: readonly ClaimEntrant[];
  /** The first is what the claim is judged by. */
  pairings: readonly Pairing[];
}

/** What a step of the methods of a study costs. */
export interface Bill {
  kind: "bill";
  claim: ClaimNumber;
  study: StudyId;
  methods: readonly {
    name: string;
    optimizer: OptimizerId;
    /** K; null of a method without meta-updates. */
    metaUpdateInterval: number | null;
    msPerStep: number;
    forwardPasses: number;
    backwardPasses: number;
    tensorBytes: number;
    peakBytes: number;
  }[];
}

/** What a method makes of five values of a price, on each seed. */
export interface Response {
  kind: "response";
  claim: ClaimNumber;
  study: StudyId;
  subject: string;
  optimizer: OptimizerId;
  price: "lambdaFsd" | "lambdaWsd";
  values: readonly number[];
  /** Of its runs, beside the price. */
  settings: Settings;
  steps: number;
  /** FSD of λ_FSD, the step's length of λ_WSD; one number for each value. */
  seeds: readonly { seed: number; still: readonly (number | null)[]; training: readonly (number | null)[] }[];
}

/** A test of the program that a claim rests on, with what it allows and what it found. */
export interface HeldTest {
  says: string;
  file: string;
  test: string;
  limit: string;
  observed: string;
}

export interface Proof {
  kind: "proof";
  claim: ClaimNumber;
  tests: readonly HeldTest[];
}

export type Finding = ClaimComparison | Bill | Response | Proof;

export const TABLE_FORMAT = "apo-claims-table/1";

/** What all records come to: docs/results.md and the panel of the page are written from it. */
export interface ClaimsTable {
  format: typeof TABLE_FORMAT;
  /** By claims, in the order of the studies. */
  findings: readonly Finding[];
}
