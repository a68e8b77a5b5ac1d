import path from "node:path";
import { ConfigError } from "../../config/experiment/notes";
import { CHART_IDS, type ChartId, VIEW_IDS, VIEWS } from "../../config/tables/views";
import { readWordsAndOptions } from "../options";

const FORMATS = ["svg", "png", "csv", "gif"] as const;
export type FigureFormat = (typeof FORMATS)[number];

/** Sizes that the page's menu makes, in pixels of the file for one of the page. */
const SCALES: Readonly<Record<FigureFormat, readonly number[]>> = { svg: [1], png: [1, 2, 4], csv: [1], gif: [1, 2] };

/** Figures that show a run; the map is of many. */
const CHARTS = CHART_IDS.filter((chart) => chart !== "map");
const THEMES = ["light", "dark"] as const;

export interface FigureRequest {
  /** The page's query, with all that the figure needs. */
  query: string;
  chart: ChartId;
  /** Step to look at once the run is over; null for the last. */
  look: number | null;
  out: string;
  format: FigureFormat;
  scale: number;
}

/** @param command how it is called: `npm run -s figure --` */
export const figureUsage = (command: string): string => `${command} LINK --out FILE
  LINK                      of the page, whole or its query alone, in quotes: "task=sine&opt=apo-p,sgdm&steps=200".
                            The run is trained to its end, and shown at the step of look= where the link has one
  --out FILE                FILE.svg, FILE.png, FILE.csv or FILE.gif (all steps, in a loop of 10 s)
  --chart NAME              ${CHARTS.slice(0, 7).join(", ")},
                            ${CHARTS.slice(7).join(", ")}; loss where it is left out
  --theme NAME              light, dark; that of the link where it is left out, else light
  --scale N                 size of a PNG (1, 2, 4) or of a GIF (1, 2) as against the page; 1 where it is left out
  --steps N                 length of the race, in place of the link's
It uses the built page, an installed Chromium or that of CHROMIUM_PATH, and @playwright/test. The same link gives the same
bytes on WebAssembly, but for what was timed: the ledger, and charts over seconds.`;

const OPTIONS = {
  out: { type: "string" },
  chart: { type: "string" },
  theme: { type: "string" },
  scale: { type: "string" },
  steps: { type: "string" },
  help: { type: "boolean" },
} as const;

/** Reads the command line; null asks for the usage text. Throws `ConfigError`. */
export function readFigureArgs(argv: readonly string[]): FigureRequest | null {
  const { words, values } = readWordsAndOptions(argv, OPTIONS);
  if (values.help) return null;
  const [text = "", ...more] = words.filter((word) => word.trim() !== "");
  if (text === "" || more.length > 0)
    throw wrong(
      text === "" ? "There is no link" : `There are ${words.length} links: ${words.join(", ")}`,
      "Allowed: one, the link of a run.",
      'Write it in quotes: npm run figure -- "task=sine&seed=7" --out loss.svg.',
    );
  const { out = "" } = values;
  const format = oneOf("The ending of --out", path.extname(out).slice(1).toLowerCase(), FORMATS);
  const scale = oneOf(`The scale of a ${format.toUpperCase()}`, values.scale ?? "1", SCALES[format].map(String));
  const chart = oneOf("The chart", values.chart ?? "loss", CHARTS);
  const link = queryOf(text);
  if (values.theme !== undefined) link.set("theme", oneOf("The theme", values.theme, THEMES));
  if (values.steps !== undefined) link.set("steps", String(wholeNumber(values.steps)));
  const look = /^\d{1,9}$/.exec(link.get("look")?.trim() ?? "");
  return { query: forPage(link, chart), chart, look: look ? Number(look[0]) : null, out, format, scale: Number(scale) };
}

/** The parameters of an address, or of a query with or without its question mark. */
function queryOf(text: string): URLSearchParams {
  const [address = ""] = text.trim().split("#");
  const at = address.indexOf("?");
  if (at < 0 && /^https?:/.test(address)) return new URLSearchParams();
  return new URLSearchParams(address.slice(at + 1));
}

/** The link of the page on which the chart is drawn, at full speed and with the hook that tells when the run is over. */
function forPage(link: URLSearchParams, chart: ChartId): string {
  for (const name of ["embed", "play", "start", "speed"]) link.delete(name);
  const view = VIEW_IDS.find((id) => VIEWS[id].chart === chart);
  const open = (link.get("views") ?? "lookahead,effect").split(",").filter((id) => id !== "none" && id !== view);
  if (view) link.set("views", [...open, view].join());
  if (chart === "accuracy") link.set("loss", "accuracy");
  link.set("test", "1");
  return link.toString();
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw wrong(`--steps is "${text}"`, "Allowed: a whole number from 1.", "Write --steps 200, say.");
}

function oneOf<Word extends string>(thing: string, given: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  throw wrong(`${thing} is "${given}"`, `Allowed: ${words.join(", ")}.`, `Write ${words[0]}, say.`);
}

const wrong = (title: string, detail: string, remedy: string) => new ConfigError([{ title, detail, remedy }]);
