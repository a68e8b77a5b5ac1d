import type { Frame } from "@playwright/test";
import { BAR_BUTTONS } from "../src/components/bar/barButtons";
import { chartTestId, sliderTestId, TEST_IDS, transportTestId, viewTestId } from "../src/components/ui/testIds";
import { HYPERPARAM_NAMES, HYPERPARAMS } from "../src/config/tables/hyperparams";
import { CHART_IDS, VIEW_IDS } from "../src/config/tables/views";

/** Every test id that a page may have, sliders of learning rates set by hand aside. */
export const KNOWN_TEST_IDS: string[] = [
  ...Object.values(TEST_IDS),
  ...new Set(Object.keys(BAR_BUTTONS).map(transportTestId)),
  ...HYPERPARAM_NAMES.filter((name) => HYPERPARAMS[name].live).map(sliderTestId),
  ...CHART_IDS.map(chartTestId),
  ...VIEW_IDS.map(viewTestId),
];

/** Those of a page, in its order. */
export const testIdsOf = (frame: Frame): Promise<string[]> =>
  frame.locator("[data-testid]").evaluateAll((all) => all.map((one) => one.getAttribute("data-testid") ?? ""));
