import type { ChartId, ViewId } from "../../config/tables/views";

/*
 * The test ids (`data-testid`) of page and embed beside roles and names, as docs/testing.md lists them.
 */

/** The counters, the slider of past steps, the proximal picture and what folds it away. */
export const TEST_IDS = {
  step: "step",
  metaStep: "meta-step",
  scrubber: "scrubber",
  picture: "picture",
  pictureFold: "picture-fold",
} as const;

/** Buttons under the test id of another, or of one with a dash. */
const BUTTONS: Readonly<Record<string, string>> = { playAgain: "play", pausing: "pause", metaStep: "meta-step" };

/** A button of the transport (`BAR_BUTTONS`). */
export const transportTestId = (button: string): string => `transport-${BUTTONS[button] ?? button}`;

/** A slider, by the hook's name of its setting ("lambdaFsd"); where several runs have one of the same, with the run ("sgdm.learningRate"). */
export const sliderTestId = (name: string): string => `slider-${name}`;

/** A figure, a view among them, drawn or with the reason why it is not. */
export const chartTestId = (chart: ChartId): string => `chart-${chart}`;

/** What opens and closes a view. */
export const viewTestId = (view: ViewId): string => `view-${view}`;
