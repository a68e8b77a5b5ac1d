import { recordingIn } from "../../store/charts/recording";

/** Figures and controls that an embed can paint before its script is here. */
const LEAN_CHARTS = ["loss", "q", "rate"] as const;
export type LeanChart = (typeof LEAN_CHARTS)[number];
const LEAN_CONTROLS = ["play", "step", "reset", "lf", "lw", "k", "alpha"] as const;
type LeanControl = (typeof LEAN_CONTROLS)[number];

/** What an embed shows of a recording before anybody touches it. */
export interface LeanLink {
  preset: string;
  charts: readonly LeanChart[];
  controls: readonly LeanControl[];
  caption: string | null;
  hasLink: boolean;
  /** Of the document. */
  title: string | null;
  /** Light or dark as the host says. */
  hasHostTheme: boolean;
}

/** Parameters of an embed that it can do by itself; with any other the lab draws it. */
const OWN = ["embed", "charts", "controls", "caption", "actions", "title", "theme"];

/** The lean figure of a link; null where it is no embed of a recorded preset, asks for more, or is a test's. */
export function leanLink(search: string): LeanLink | null {
  const parameters = new URLSearchParams(search);
  if (!["", "1", "true"].includes(parameters.get("embed") ?? "0") || parameters.has("test")) return null;
  const theme = parameters.get("theme");
  if (!["light", "dark", "auto", "host", null].includes(theme)) return null;
  const others = new URLSearchParams(parameters);
  for (const key of OWN) others.delete(key);
  const start = others.get("start");
  const preset = start === null || start === "recorded" ? recordingIn(`?${others}`) : null;
  const charts = wordsOf(parameters.get("charts") ?? "loss,q", LEAN_CHARTS);
  const controls = wordsOf(parameters.get("controls") ?? "play,step,lf", LEAN_CONTROLS);
  const actions = parameters.get("actions") ?? "open";
  if (preset === null || !charts?.length || !controls || !["open", "none"].includes(actions)) return null;
  const [caption, title] = [parameters.get("caption"), parameters.get("title")];
  return { preset, charts, controls, caption, hasLink: actions === "open", title, hasHostTheme: theme === "host" };
}

/** The words of a list, each once; null where one is another, and none for "none". */
function wordsOf<Word extends string>(text: string, allowed: readonly Word[]): readonly Word[] | null {
  const list = text
    .toLowerCase()
    .split(/[,\s]+/)
    .filter((word) => word !== "" && word !== "none");
  const known = list.filter((word): word is Word => allowed.some((one) => one === word));
  return known.length === list.length ? [...new Set(known)] : null;
}
