import { VIEWS } from "../../config/tables/views";
import { splitDrawn } from "../charts/taskChoices";
import { EMBED_CHARTS, type EmbedChart } from "../experiment/embedChoice";
import { createListSelector } from "../experiment/memo";

/** The charts of a presentation, one at a time: those of the embed, or of the page its figures and the views that are open. */
export const selectPresented = createListSelector<EmbedChart>((state) => {
  const { layout, embed, openViews } = state.display;
  if (layout === "embed") return embed.charts;
  const views = openViews.flatMap((view) => EMBED_CHARTS.filter((chart) => chart === VIEWS[view].chart));
  return [splitDrawn(state) === "accuracy" ? "accuracy" : "loss", "q", "rate", "spectrum", "fit", ...views];
});
