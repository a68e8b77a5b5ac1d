import type { ExperimentState } from "../experiment/state";
import { citedLink } from "../link/citedLink";
import { chartCsv } from "./chartTable";

/** The paper, as BibTeX has it. */
const BIBTEX = `@inproceedings{bae2022apo,
  title     = {Amortized Proximal Optimization},
  author    = {Bae, Juhan and Vicol, Paul and HaoChen, Jeff Z. and Grosse, Roger},
  booktitle = {Advances in Neural Information Processing Systems},
  volume    = {35},
  year      = {2022},
  note      = {arXiv:2203.00089}
}`;

/** What names a run for good. */
export interface Citation {
  /** Every default written out. */
  link: string;
  /** Version of the app, and what trained. */
  made: string;
  /** SHA-256 of the losses as the loss chart's CSV has them; null where the browser computes none, or before the first step. */
  digest: string | null;
  bibtex: string;
}

/** The citation of the run of a state, at an address without query. */
export async function citationOf(state: ExperimentState, address: string): Promise<Citation> {
  const { environment } = state;
  const losses = chartCsv(state, "loss");
  return {
    link: address + citedLink(state),
    made: environment ? `APO Lab ${environment.app}, ${environment.backend}, ${environment.runtime}` : "APO Lab",
    digest: losses === null ? null : await sha256(losses),
    bibtex: BIBTEX,
  };
}

/** Hexadecimal; null in a page without `crypto.subtle`, which browsers give to https and localhost alone. */
async function sha256(text: string): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const digest = await subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
