import type { Note } from "../../config/experiment/notes";
import { quote } from "../../config/experiment/notes";
import { CLOCKS, type SnapshotRule } from "../../config/formulas/clockRules";
import { SHIPPED_SCENE_IDS } from "../../config/scenes/shippedIds";
import { VIEW_IDS, VIEWS, type ViewId } from "../../config/tables/views";
import { WALK_STAGES, WALK_WORDS, type WalkStage } from "../../config/tables/walk";
import { DEFAULT_EMBED } from "../experiment/embedChoice";
import { DEFAULT_DISPLAY } from "../experiment/initialState";
import {
  type DisplayState,
  LOSS_SPLITS,
  PAGE_LANGUAGES,
  SMOOTHINGS,
  SPEEDS,
  type Speed,
  THEMES,
  X_AXES,
  type XAxis,
} from "../experiment/state";
import { listOf, readChartLook, writeChartLook } from "./chartLookLink";
import { readEmbed, writeEmbed } from "./embedParameters";
import { formatLandscape, parseLandscape } from "./landscapeLink";

/** What stands for no talk, and for nobody who walks. */
const NONE = "none";

/** Link words of the x-axes, short ones for the long. */
const X_WORDS: Record<XAxis, string> = {
  steps: "steps",
  epochs: "epochs",
  seconds: "seconds",
  "gradient evaluations": "evaluations",
};

/** BLEU is drawn where accuracy is: a task has one of the two. */
const SPLIT_WORDS = [...LOSS_SPLITS, "bleu"] as const;

const SPEED_WORDS = SPEEDS.map((speed) => (speed === null ? "max" : String(speed)));

/** What a link says of the view. */
export interface LinkDisplay {
  display: DisplayState;
  speed: Speed;
  /** Run whose knobs are shown, null for the first. */
  focusRun: string | null;
}

/** Reads the view; what cannot be used is left at its default, with a note. */
export function readLinkView(link: URLSearchParams, notes: Note[]): LinkDisplay {
  const [parameters, numbers] = splitScale(link);
  const word = <Word extends string>(key: string, words: readonly Word[], fallback: Word): Word => {
    const text = parameters.get(key);
    if (text === null) return fallback;
    const found = words.find((candidate) => candidate === text.trim().toLowerCase());
    if (found !== undefined) return found;
    notes.push({
      title: `${key} is ${quote(text)}`,
      detail: `Allowed: ${words.join(", ")}. Using ${fallback}.`,
      remedy: `Write ${key}=${words.at(-1)}, say.`,
    });
    return fallback;
  };
  const embed = readEmbed(numbers, notes);
  const flag = (key: string) => ["1", "true", ""].includes(word(key, ["", "0", "1", "false", "true"], "0"));
  const layout = flag("embed") ? "embed" : "page";
  const split = word("loss", SPLIT_WORDS, DEFAULT_DISPLAY.lossSplit);
  const set = word("scenes", [NONE, ...SHIPPED_SCENE_IDS], NONE);
  const look = wholeOf("look", parameters.get("look"), 0, notes);
  const scene = wholeOf("scene", parameters.get("scene") ?? "1", 1, notes);
  const axis = word("x", Object.values(X_WORDS), X_WORDS[DEFAULT_DISPLAY.xAxis]);
  const walked = word("walk", [NONE, ...Object.values(WALK_WORDS)], NONE);
  const walkStage = layout === "embed" ? null : (WALK_STAGES.find((stage) => WALK_WORDS[stage] === walked) ?? null);
  const openViews = viewsOf(parameters.get("views"), defaultViews({ layout, embed }), notes);
  const speed = SPEED_WORDS.indexOf(word("speed", SPEED_WORDS, "max"));
  return {
    display: {
      ...DEFAULT_DISPLAY,
      xAxis: X_AXES.find((candidate) => X_WORDS[candidate] === axis) ?? DEFAULT_DISPLAY.xAxis,
      lossSplit: split === "bleu" ? "accuracy" : split,
      ...readChartLook(parameters, notes),
      smoothing: parameters.has("smooth") ? word("smooth", SMOOTHINGS, "off") : DEFAULT_DISPLAY.smoothing,
      hiddenRuns: listOf(parameters.get("off")),
      scrubStep: walkStage === null ? look : null, // a walk is of the step to come
      walkStage,
      openViews: walkStage === null ? openViews : VIEW_IDS.filter((id) => id === "lookahead" || openViews.includes(id)),
      spectrumLayer: parameters.get("layer")?.trim() || null,
      landscape: parseLandscape(parameters.get("land"), notes),
      theme: word("theme", THEMES, DEFAULT_DISPLAY.theme),
      language: word("lang", PAGE_LANGUAGES, DEFAULT_DISPLAY.language),
      lesson: parameters.get("lesson"),
      layout,
      embed,
      mode: flag("test") ? "test" : "normal",
      keeping: parameters.has("keep") ? (flag("keep") ? "on" : "off") : null,
      snapshots: snapshotsOf(parameters.get("snapshots"), notes),
      clock: parameters.has("clock") ? word("clock", CLOCKS, "wall") : null,
      scenes: scene === null || set === NONE || layout === "embed" ? null : { set, scene },
    },
    speed: SPEEDS[speed] ?? null,
    focusRun: parameters.get("focus"),
  };
}

/** Writes what differs from the default view. `firstFocus` is the run whose knobs show without a word in the link. */
export function writeLinkView(
  { display, speed, focusRun }: LinkDisplay,
  firstFocus: string | null,
): [string, string][] {
  const land = formatLandscape(display.landscape);
  const embed = writeEmbed(display.embed);
  const look = writeChartLook(display);
  const scales = [
    ...look.flatMap(([key, value, differs]) => (key === "scale" && differs ? [value] : [])),
    ...embed.filter(([key]) => key === "scale").map(([, value]) => value),
  ];
  const entries: [string, string, boolean][] = [
    ["x", X_WORDS[display.xAxis], display.xAxis !== DEFAULT_DISPLAY.xAxis],
    ["loss", display.lossSplit, display.lossSplit !== DEFAULT_DISPLAY.lossSplit],
    ["scale", scales.join(), scales.length > 0],
    ...look.filter(([key]) => key !== "scale"),
    ["smooth", display.smoothing ?? "", display.smoothing !== DEFAULT_DISPLAY.smoothing],
    ["off", display.hiddenRuns.join(","), display.hiddenRuns.length > 0],
    ["views", display.openViews.join(",") || "none", display.openViews.join() !== defaultViews(display).join()],
    ["layer", display.spectrumLayer ?? "", display.spectrumLayer !== null],
    ["look", String(display.scrubStep), display.scrubStep !== null],
    ["walk", walkWord(display.walkStage), display.walkStage !== null],
    ["land", land ?? "", land !== null],
    ["speed", String(speed), speed !== null],
    ["focus", focusRun ?? "", focusRun !== firstFocus],
    ["theme", display.theme, display.theme !== DEFAULT_DISPLAY.theme],
    ["lang", display.language, display.language !== DEFAULT_DISPLAY.language],
    ["lesson", display.lesson ?? "", display.lesson !== null],
    ["embed", "1", display.layout === "embed"],
    ...embed.filter(([key]) => key !== "scale").map(([key, value]): [string, string, boolean] => [key, value, true]),
    ["test", "1", display.mode === "test"],
    ["keep", display.keeping === "on" ? "1" : "0", display.keeping !== null],
    ["snapshots", display.snapshots === "clock" ? "clock" : `every:${display.snapshots}`, display.snapshots !== null],
    ["clock", display.clock ?? "", display.clock !== null],
  ];
  const told = entries.filter(([, , differs]) => differs).map(([key, value]): [string, string] => [key, value]);
  const { scenes } = display;
  if (!scenes?.set) return told;
  return [
    ["scenes", scenes.set],
    ["scene", String(scenes.scene)],
    ...told.filter(([key]) => OWN_OF_SCENES.includes(key)),
  ];
}

const walkWord = (stage: WalkStage | null): string => (stage === null ? NONE : WALK_WORDS[stage]);

/** Of a talk the scene gives the rest. */
export const OWN_OF_SCENES = ["theme", "lang", "test", "keep", "snapshots", "clock"];

/** `scale` has the word of an axis, the number that an embed is enlarged by, or both: a link for the first, one for the second. */
function splitScale(link: URLSearchParams): [words: URLSearchParams, numbers: URLSearchParams] {
  const parts = listOf(link.get("scale"));
  const isNumber = (part: string) => /^[-+\d.]/.test(part);
  const having = (kept: readonly string[]) => {
    const own = new URLSearchParams(link);
    if (parts.length > 0) own.delete("scale");
    if (kept.length > 0) own.set("scale", kept.join());
    return own;
  };
  return [having(parts.filter((part) => !isNumber(part))), having(parts.filter(isNumber))];
}

/** The views that are open where a link does not say: of an embed those among its charts. */
function defaultViews({ layout, embed }: Pick<DisplayState, "layout" | "embed">): readonly ViewId[] {
  return layout === "page"
    ? DEFAULT_DISPLAY.openViews
    : VIEW_IDS.filter((id) => embed.charts.some((one) => one === VIEWS[id].chart));
}

/** The display of the whole page for what an embed shows. */
export function asPage(display: DisplayState): DisplayState {
  const isUsual = display.openViews.join() === defaultViews(display).join();
  const openViews = isUsual
    ? VIEW_IDS.filter((id) => display.openViews.includes(id) || DEFAULT_DISPLAY.openViews.includes(id))
    : display.openViews;
  const theme = display.theme === "host" ? DEFAULT_DISPLAY.theme : display.theme;
  return { ...display, layout: "page", theme, embed: { ...DEFAULT_EMBED, trace: display.embed.trace }, openViews };
}

/** The views that a link opens; "none" for none, the default where it does not say. */
function viewsOf(text: string | null, usual: readonly ViewId[], notes: Note[]): readonly ViewId[] {
  if (text === null) return usual;
  const words = listOf(text).filter((word) => word !== "none");
  for (const word of words.filter((one) => !VIEW_IDS.some((id) => id === one))) {
    const detail = `Allowed: ${VIEW_IDS.join(", ")}, or none. It is left out.`;
    notes.push({ title: `There is no view ${quote(word)}`, detail, remedy: "Write views=gap,lookahead, say." });
  }
  return VIEW_IDS.filter((id) => words.includes(id));
}

/** The step that a link looks at, once it is reached, or its scene; null where it does not say. */
function wholeOf(key: "look" | "scene", text: string | null, least: 0 | 1, notes: Note[]): number | null {
  if (text === null) return null;
  const value = Number(text);
  if (/^\d{1,9}$/.test(text.trim()) && value >= least) return value;
  const shown = key === "look" ? "Showing the latest step." : "Showing no talk.";
  const detail = `Allowed: a whole number from ${least}. ${shown}`;
  notes.push({ title: `${key} is ${quote(text)}`, detail, remedy: `Write ${key}=12, say.` });
  return null;
}

/** "every:50", or "clock"; null where the link does not say. */
function snapshotsOf(text: string | null, notes: Note[]): SnapshotRule | null {
  if (text === null) return null;
  const word = text.trim().toLowerCase();
  const [, steps] = /^every:(\d{1,6})$/.exec(word) ?? [];
  if (word === "clock" || Number(steps) > 0) return word === "clock" ? word : Number(steps);
  const detail = "Allowed: every:N with a whole number of steps from 1 to 999999, or clock. It is left out.";
  notes.push({ title: `snapshots is ${quote(text)}`, detail, remedy: "Write snapshots=every:50, say." });
  return null;
}
