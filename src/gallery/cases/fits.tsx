import { FitFigure } from "../../components/fit/FitFigure";
import { type CaseGroup, type GalleryCase, untilReady } from "../galleryCase";
import type { ModelName } from "../models/recipes";

const picture = (name: string, model: ModelName, part: Partial<GalleryCase> = {}): GalleryCase => ({
  name: `fit-${name}`,
  model,
  draw: () => <FitFigure />,
  room: "column",
  ...part,
});

/** What the runs have learned, in each task's own picture. */
export const FIT_CASES: CaseGroup = {
  topic: "fits",
  hasSnapshots: true,
  cases: [
    picture("function", "sine"),
    picture("function-empty", "sine", { heard: untilReady }),
    picture("function-past-step", "sine", { act: (actions) => actions.scrubTo(50) }),
    picture("csv", "csv"),
    picture("surface", "spirals"),
    picture("images", "images"),
    picture("reconstruction", "reconstruction"),
  ],
};
