/** A running figure of APO Lab in a page: see docs/embedding.md. Every attribute is a parameter of its link. */
export declare class ApoFigure extends HTMLElement {
  play(): Promise<null>;
  pause(): Promise<null>;
  reset(): Promise<null>;
  /** So many steps more, 1 where nothing is said; the step reached. */
  step(count?: number): Promise<number>;
  /** Looks at a step; null for the latest. */
  seek(step: number | null): Promise<number | null>;
  /** Names of the runs that it set: of all that have the setting, where `run` is not given. */
  set(name: string, value: number, options?: { run?: string }): Promise<string[]>;
  getState(): Promise<unknown>;
  /** An `apo-trace/1`. */
  getTrace(): Promise<unknown>;
  /** Of the first chart where none is named. */
  toSVG(chart?: string): Promise<string>;
  toPNG(chart?: string, options?: { scale?: number }): Promise<Blob>;
  toCSV(chart?: string): Promise<string>;
}

declare global {
  interface HTMLElementTagNameMap {
    "apo-figure": ApoFigure;
  }
}
