import { VIEW_IDS, VIEWS } from "../../config/tables/views";
import type { EmbedChart, EmbedControl } from "../experiment/embedChoice";
import type { ExperimentState } from "../experiment/state";
import { linkOf } from "../link/linkSelectors";
import { EMBED_CHART_NAMES } from "./embedSelectors";

/** What an author chooses of a figure. */
export interface SnippetChoice {
  charts: readonly EmbedChart[];
  controls: readonly EmbedControl[];
  width: number;
  height: number;
}

/** The HTML that brings the present view into another page, and the address of the figure itself. */
interface Snippets {
  address: string;
  iframe: string;
  element: string;
}

/** Both snippets for a state. `page` is the page's address without its query. */
export function snippetsOf(state: ExperimentState, choice: SnippetChoice, page: string): Snippets {
  const { charts, controls, width, height } = choice;
  const embed = { ...state.display.embed, charts, controls };
  const display = { ...state.display, embed, layout: "embed", mode: "normal" } as const;
  const openViews = VIEW_IDS.filter((id) => charts.some((chart) => chart === VIEWS[id].chart));
  const { link } = linkOf(state, { ...display, openViews });
  const address = page + link;
  const title = `APO Lab: ${charts.map((chart) => EMBED_CHART_NAMES[chart].toLowerCase()).join(", ")}`;
  const lines = [
    `src="${escaped(address)}"`,
    `width="${width}" height="${height}" loading="lazy" allow="clipboard-write; fullscreen"`,
    `title="${escaped(title)}"`,
  ];
  return {
    address,
    iframe: `<iframe\n  ${lines.join("\n  ")}\n></iframe>`,
    element: `<script type="module" src="${escaped(new URL("apo-embed.js", page).href)}"></script>\n\n<apo-figure src="${escaped(link)}"></apo-figure>`,
  };
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
