import { ObjectiveChart } from "../../components/charts/objective/ObjectiveChart";
import { SpectrumChart } from "../../components/charts/spectrum/SpectrumChart";
import { AccuracyChart } from "../../components/charts/time/AccuracyChart";
import { LearningRateChart } from "../../components/charts/time/LearningRateChart";
import { LossChart } from "../../components/charts/time/LossChart";
import { type CaseGroup, type GalleryCase, untilReady, withZeros } from "../galleryCase";
import type { ModelName } from "../models/recipes";
import { withSeeds } from "../playCase";

type Part = Partial<GalleryCase>;

const loss = (name: string, model: ModelName, part: Part = {}): GalleryCase => ({
  name: `loss${name}`,
  model,
  draw: () => <LossChart />,
  room: "chart",
  ...part,
});
const objective = (name: string, model: ModelName, part: Part = {}): GalleryCase => ({
  name: `objective${name}`,
  model,
  draw: () => <ObjectiveChart />,
  room: "chart",
  ...part,
});
const rate = (name: string, model: ModelName, part: Part = {}): GalleryCase => ({
  name: `learning-rate${name}`,
  model,
  draw: () => <LearningRateChart />,
  room: "chart",
  ...part,
});
const accuracy = (name: string, model: ModelName, part: Part = {}): GalleryCase => ({
  name: `accuracy${name}`,
  model,
  draw: () => <AccuracyChart />,
  room: "chart",
  ...part,
});
const spectrum = (name: string, model: ModelName, part: Part = {}): GalleryCase => ({
  name: `eigenvalues${name}`,
  model,
  draw: () => <SpectrumChart />,
  room: "chart",
  ...part,
});

/** The four charts of the race. */
export const CHART_CASES: CaseGroup = {
  topic: "charts",
  hasSnapshots: true,
  cases: [
    loss("", "sine"),
    loss("-empty", "sine", { heard: untilReady }),
    loss("-one-run", "alone"),
    loss("-thirteen-runs", "thirteen"),
    loss("-crowd", "crowd"),
    loss("-crowd-pointed-at", "crowd", { act: (actions) => actions.setPointedRun("kfac-f") }),
    loss("-twice-a-method", "twice"),
    loss("-grid", "grid"),
    loss("-diverged", "diverged"),
    loss("-zeros", "alone", { heard: withZeros }),
    loss("-linear", "sine", { look: "scale=linear" }),
    loss("-smoothed", "sine", { look: "smooth=on" }),
    loss("-log-x", "sine", { look: "logx=loss" }),
    loss("-zoomed", "sine", { look: "zoom=20-40&smooth=on" }),
    loss("-cut", "diverged", { look: "cut=loss&skip=3" }),
    loss("-test-split", "sine", { look: "loss=test" }),
    loss("-seconds", "sine", { look: "x=seconds" }),
    loss("-hidden-runs", "sine", { look: "off=adam,kfac" }),
    loss("-pointed-at", "sine", { act: (actions) => actions.setHover(30) }),
    loss("-seeds", "sine", { act: withSeeds }),
    loss("-past-step", "sine", { act: (actions) => actions.scrubTo(40) }),
    objective("", "sine"),
    objective("-log", "sine", { look: "scale=q:log&logx=q" }),
    objective("-empty", "sine", { heard: untilReady }),
    objective("-no-apo", "alone"),
    objective("-pointed-at", "sine", { act: (actions) => actions.setHover(30) }),
    rate("", "sine"),
    rate("-empty", "sine", { heard: untilReady }),
    rate("-grid", "grid"),
    rate("-linear-log-x", "sine", { look: "scale=rate:linear&logx=rate" }),
    accuracy("", "spirals"),
    rate("-thirteen-runs", "thirteen"),
    rate("-crowd", "crowd"),
    spectrum("", "sine"),
    spectrum("-empty", "sine", { heard: untilReady }),
    spectrum("-ideal", "linear"),
    spectrum("-past-step", "linear", { act: (actions) => actions.scrubTo(20) }),
    spectrum("-thirteen-runs", "thirteen"),
    spectrum("-crowd", "crowd"),
    spectrum("-twice-a-method", "twice"),
  ],
};
