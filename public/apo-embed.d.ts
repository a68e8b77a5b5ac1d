/** What a figure's attributes say, as text: docs/embedding.md lists them with their defaults. */
export interface ApoFigureAttributes {
  /** A link of the page, which the other attributes act over. */
  src?: string;
  /** Address of an apo-trace/1 file. */
  trace?: string;
  charts?: string;
  controls?: string;
  play?: "manual" | "visible" | "loop";
  /** "recorded", "empty", or "step:120". */
  start?: string;
  lang?: string;
  theme?: "auto" | "light" | "dark" | "host";
  background?: string;
  accent?: string;
  font?: string;
  caption?: string;
  title?: string;
  /** 0.75 to 3. */
  scale?: string | number;
  group?: string;
  keys?: "none" | "own";
  actions?: string;
  origins?: string;
  sandbox?: string;
  /** Every other parameter of a link: task, opt, seed, steps, lf, and so on. */
  [parameter: string]: unknown;
}

/** The events of a figure, by their names. */
export interface ApoFigureEventMap {
  ready: CustomEvent<{ version: number }>;
  step: CustomEvent<{ step: number }>;
  change: CustomEvent<{ run: string; name: string; value: number; step: number }>;
  finish: CustomEvent<{ step: number }>;
  diverge: CustomEvent<{ run: string; message: string; step: number }>;
  error: CustomEvent<{ title: string; detail: string; remedy?: string }>;
  resize: CustomEvent<{ width: number; height: number }>;
}

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

  addEventListener<Name extends keyof ApoFigureEventMap>(
    type: Name,
    listener: (this: ApoFigure, event: ApoFigureEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Name extends Exclude<keyof HTMLElementEventMap, keyof ApoFigureEventMap>>(
    type: Name,
    listener: (this: ApoFigure, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof ApoFigureEventMap>(
    type: Name,
    listener: (this: ApoFigure, event: ApoFigureEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<Name extends Exclude<keyof HTMLElementEventMap, keyof ApoFigureEventMap>>(
    type: Name,
    listener: (this: ApoFigure, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "apo-figure": ApoFigure;
  }
}
