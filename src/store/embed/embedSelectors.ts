import type { KnobModel } from "../controls/knobModels";
import { selectKnobs } from "../controls/knobSelectors";
import type { EmbedChart, EmbedControl } from "../experiment/embedChoice";
import { createStableSelector } from "../experiment/memo";
import { isOver } from "../experiment/raceEnd";
import type { ExperimentState } from "../experiment/state";
import { selectFullPageLink } from "../link/linkSelectors";
import { raceTitle } from "../words/optionWords";

/** What stands around the charts of an embed. */
export interface EmbedModel {
  heading: string;
  /** Query of the same state on the whole page; null where nothing leads there. */
  link: string | null;
  /** Nothing is left to train: Play begins again. */
  isOver: boolean;
  focusRun: string | null;
  /** Sliders, in the order of the link. */
  sliders: readonly KnobModel[];
  /** Of knobs without a slider: what they stand at. */
  readOuts: readonly { symbol: string; text: string }[];
}

/** Short names of an embed's charts: its tabs, and what its heading says without a caption. */
export const EMBED_CHART_NAMES: Record<EmbedChart, string> = {
  loss: "Loss",
  accuracy: "Accuracy",
  q: "Objective",
  rate: "Learning rate",
  spectrum: "Spectrum",
  fit: "Fit",
  gap: "Gap",
  landscape: "Landscape",
  lookahead: "One step ahead",
  effect: "Effect",
  ledger: "Costs",
  table: "Comparison",
};

const KNOBS: Partial<Record<EmbedControl, KnobModel["name"]>> = {
  lf: "lambdaFsd",
  lw: "lambdaWsd",
  k: "metaUpdateInterval",
  alpha: "metaLearningRate",
};

/** Heading, sliders and read-outs of an embed. */
export const selectEmbed = createStableSelector((state): EmbedModel => {
  const { embed } = state.display;
  const { focusRun, knobs } = selectKnobs(state);
  const shown = embed.controls.map((control) => KNOBS[control]);
  const those = Object.values(KNOBS).flatMap((name) => knobs.filter((knob) => knob.name === name));
  return {
    heading: embed.caption ?? headingOf(state.config, embed.charts),
    link: embed.actions.includes("open") ? selectFullPageLink(state) : null,
    isOver: state.recorded === null && isOver(state), // a recording tells its end by the name of Play
    focusRun,
    sliders: shown.flatMap((name) => knobs.filter((knob) => knob.name === name)),
    readOuts: those.filter(({ name }) => !shown.includes(name)).map(({ symbol, text }) => ({ symbol, text })),
  };
});

/** "Noisy sine: loss and objective" */
function headingOf(config: ExperimentState["config"], charts: readonly EmbedChart[]): string {
  const names = charts.map((chart) => EMBED_CHART_NAMES[chart].toLowerCase());
  const list = names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return `${raceTitle(config)}: ${list}`;
}
