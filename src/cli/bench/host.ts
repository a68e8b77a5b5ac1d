import type { Entrant } from "./contestants/contestant";
import type { Answer, Question } from "./session";

/** A place where each library has a worker of its own. */
export interface BenchHost {
  /** "Node" or "browser worker". */
  name: string;
  ask(library: Entrant["library"], question: Question): Promise<Answer>;
  close(): Promise<void>;
}

/** What comes back for a question. */
export type Reply = { id: number; answer?: Answer; error?: string };
