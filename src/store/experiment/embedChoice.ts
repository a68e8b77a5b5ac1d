/** Figures that an embed can show. */
export const EMBED_CHARTS = [
  "loss",
  "accuracy",
  "q",
  "rate",
  "spectrum",
  "fit",
  "gap",
  "landscape",
  "lookahead",
  "effect",
  "ledger",
  "table",
] as const;
export type EmbedChart = (typeof EMBED_CHARTS)[number];

/** Controls that an embed can show; read-outs stay without them. */
export const EMBED_CONTROLS = ["play", "step", "reset", "scrub", "lf", "lw", "k", "alpha"] as const;
export type EmbedControl = (typeof EMBED_CONTROLS)[number];

/** When an embed plays by itself: never, once it is in sight, or in sight and again after its end. */
export const EMBED_PLAYS = ["manual", "visible", "loop"] as const;
type EmbedPlay = (typeof EMBED_PLAYS)[number];

/** Whether keys act that no control has the focus for. */
export const EMBED_KEYS = ["none", "own"] as const;
export type EmbedKeys = (typeof EMBED_KEYS)[number];

/** What can be taken away from an embed, and the presenter mode. */
export const EMBED_ACTIONS = ["svg", "png", "csv", "json", "link", "cite", "open", "present"] as const;
export type EmbedAction = (typeof EMBED_ACTIONS)[number];

/** Of `scale`: 1 on a page, 2 for a projector. */
export const EMBED_SCALE = { min: 0.75, max: 3 } as const;

/** How a figure stands in another page. Colours and fonts are checked, so that they can be written into a style. */
export interface EmbedChoice {
  /** In order, at least one. */
  charts: readonly EmbedChart[];
  controls: readonly EmbedControl[];
  play: EmbedPlay;
  /** What is shown before training: a recorded run, nothing, or the recorded run at a step; null: an embed's recorded run, if any. */
  start: "recorded" | "empty" | number | null;
  /** Address of a run to show, relative to the page; null: that of the link. */
  trace: string | null;
  /** A CSS colour, "transparent" among them; null: the page's own, as for the next two. */
  background: string | null;
  accent: string | null;
  font: string | null;
  /** Over the charts; null: it names what is shown. */
  caption: string | null;
  /** Of the document, for screen readers. */
  title: string | null;
  scale: number;
  /** Figures of this name in a page share sliders, step, cursor and trainer; null: it stands alone. */
  group: string | null;
  keys: EmbedKeys;
  actions: readonly EmbedAction[];
  /** Of hosts that may drive it by messages; none: any. */
  origins: readonly string[];
}

/** An embed whose link says nothing more. */
export const DEFAULT_EMBED: EmbedChoice = {
  charts: ["loss", "q"],
  controls: ["play", "step", "lf"],
  play: "manual",
  start: null,
  trace: null,
  background: null,
  accent: null,
  font: null,
  caption: null,
  title: null,
  scale: 1,
  group: null,
  keys: "none",
  actions: ["open"],
  origins: [],
};
