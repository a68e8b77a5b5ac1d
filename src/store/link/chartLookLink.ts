import { type Note, quote } from "../../config/experiment/notes";
import { AXIS_SCALES, type AxisScale, TIME_CHARTS, type TimeChartId } from "../experiment/chartAxes";
import { DEFAULT_AXES } from "../experiment/initialState";
import { MOST_SEEDS } from "../experiment/seedBandState";
import type { DisplayState } from "../experiment/state";

/** How the charts over time are drawn: axes of each, and the steps that all show. */
type ChartLook = Pick<DisplayState, "axes" | "firstStep" | "zoom" | "seedCount">;

/** Reads it from a link; what cannot be used is left at its default, with a note. */
export function readChartLook(parameters: URLSearchParams, notes: Note[]): ChartLook {
  const scales = scalesOf(parameters.get("scale"), notes);
  const logX = chartsOf("logx", parameters.get("logx"), notes);
  const cut = cutsOf(parameters.get("cut"), notes);
  const axes = TIME_CHARTS.map((chart) => [
    chart,
    {
      x: logX.includes(chart) ? "log" : DEFAULT_AXES[chart].x,
      y: scales.get(chart) ?? DEFAULT_AXES[chart].y,
      isCut: cut.get(chart) ?? DEFAULT_AXES[chart].isCut,
    },
  ]);
  return {
    axes: Object.fromEntries(axes) as ChartLook["axes"],
    firstStep: stepOf("skip", parameters.get("skip"), notes),
    zoom: zoomOf(parameters.get("zoom"), notes),
    seedCount: seedsOf(parameters.get("seeds"), notes),
  };
}

/** Its entries for a link, each with whether it differs from the default. */
export function writeChartLook({ axes, firstStep, zoom, seedCount }: ChartLook): [string, string, boolean][] {
  const those = (differs: (chart: TimeChartId) => boolean) => TIME_CHARTS.filter(differs);
  const scales = those((chart) => axes[chart].y !== DEFAULT_AXES[chart].y);
  const logX = those((chart) => axes[chart].x === "log");
  const cut = those((chart) => axes[chart].isCut !== DEFAULT_AXES[chart].isCut);
  const cutText = cut.map((chart) => (axes[chart].isCut ? chart : `${chart}${NOT_CUT}`));
  const scaleText = scales.map((chart) => (chart === "loss" ? "" : `${chart}:`) + axes[chart].y);
  return [
    ["scale", scaleText.join(","), scales.length > 0],
    ["logx", logX.join(","), logX.length > 0],
    ["cut", cutText.join(","), cut.length > 0],
    ["skip", String(firstStep), firstStep > 0],
    ["zoom", zoom?.join("-") ?? "", zoom !== null],
    ["seeds", String(seedCount), seedCount > 0],
  ];
}

/** y-scales by chart: "linear,rate:linear"; a scale alone is that of the loss. */
function scalesOf(text: string | null, notes: Note[]): Map<TimeChartId, AxisScale> {
  const scales = new Map<TimeChartId, AxisScale>();
  for (const entry of listOf(text)) {
    const [scaleText = "", chartText = "loss"] = entry.toLowerCase().split(":").toReversed();
    const scale = AXIS_SCALES.find((word) => word === scaleText.trim());
    const chart = TIME_CHARTS.find((word) => word === chartText.trim());
    if (scale && chart) scales.set(chart, scale);
    else {
      notes.push({
        title: `scale is ${quote(entry)}`,
        detail: `Allowed: ${AXIS_SCALES.join(", ")}, of the loss; of another chart after its name: ${TIME_CHARTS.join(", ")}. It is left out.`,
        remedy: "Write scale=linear,rate:linear, say.",
      });
    }
  }
  return scales;
}

/** The charts that a part of a link lists. */
function chartsOf(key: string, text: string | null, notes: Note[]): TimeChartId[] {
  return listOf(text).flatMap((word) => {
    const chart = TIME_CHARTS.find((candidate) => candidate === word.toLowerCase());
    if (chart) return [chart];
    const detail = `Allowed: ${TIME_CHARTS.join(", ")}. It is left out.`;
    notes.push({ title: `${key} names the chart ${quote(word)}`, detail, remedy: `Write ${key}=loss, say.` });
    return [];
  });
}

/** Behind the name of a chart whose axis holds all values. */
const NOT_CUT = ":off";

/** Whether the axis of a chart is cut, of those that a link lists: "loss,q:off". */
function cutsOf(text: string | null, notes: Note[]): Map<TimeChartId, boolean> {
  const entries = listOf(text).map((entry) => entry.toLowerCase());
  const isCut = (entry: string) => !entry.endsWith(NOT_CUT);
  return new Map(
    entries.flatMap((entry) => {
      const name = isCut(entry) ? entry : entry.slice(0, -NOT_CUT.length);
      return chartsOf("cut", name, notes).map((chart) => [chart, isCut(entry)] as const);
    }),
  );
}

/** The steps of "120-300"; null, with a note, where they are none. */
function zoomOf(text: string | null, notes: Note[]): ChartLook["zoom"] {
  if (text === null) return null;
  const [from, to] = (/^\s*(\d{1,9})-(\d{1,9})\s*$/.exec(text) ?? []).slice(1).map(Number);
  if (from !== undefined && to !== undefined && from < to) return [from, to];
  notes.push(leftOut("zoom", text, "two steps, the smaller first", "120-300"));
  return null;
}

/** How many further seeds; 0, with a note, where it is no such number. */
function seedsOf(text: string | null, notes: Note[]): number {
  if (text === null || (/^\s*\d{1,2}\s*$/.test(text) && Number(text) <= MOST_SEEDS)) return Number(text);
  notes.push(leftOut("seeds", text, `how many further seeds, 0 to ${MOST_SEEDS}`, "5"));
  return 0;
}

/** A step of a link; 0, with a note, where it is none. */
function stepOf(key: string, text: string | null, notes: Note[]): number {
  if (text === null || /^\s*\d{1,9}\s*$/.test(text)) return Number(text);
  notes.push(leftOut(key, text, "a whole number from 0", "50"));
  return 0;
}

const leftOut = (key: string, text: string, allowed: string, example: string): Note => ({
  title: `${key} is ${quote(text)}`,
  detail: `Allowed: ${allowed}. It is left out.`,
  remedy: `Write ${key}=${example}, say.`,
});

/** Comma list without empty entries. */
export function listOf(text: string | null): string[] {
  return (text ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}
