import { describe, expect, it } from "vitest";
import { selectOverlayList } from "../comparison/overlayListSelectors";
import { applyEvent } from "../experiment/applyEvent";
import { overlayOf } from "../experiment/overlays";
import { setUpActions } from "../testing/testActions";
import { selectLearningRateChart, selectLossChart, selectLossReadout } from "./chartSelectors";

/** A race of two methods with so many rows of loss `scale`/(1 + step). */
function trained(steps: number, scale = 1) {
  const page = setUpActions({}, { optimizers: [{ id: "apo-p" }, { id: "sgdm" }] });
  const columns = {
    step: Array.from({ length: steps }, (_, step) => step),
    trainLoss: Array.from({ length: steps }, (_, step) => scale / (1 + step)),
    learningRate: Array.from({ length: steps }, () => 0.1),
  };
  const runs = ["apo-p", "sgdm"].map((run) => ({ run, columns }));
  page.store.setState(
    applyEvent(page.state(), { type: "rows", experiment: "e1", step: steps, metaSteps: {}, runs }),
    true,
  );
  return page;
}

describe("an overlay", () => {
  it("is drawn as ghosts behind the race, with names and values of its own", () => {
    const { actions, state } = trained(3);
    actions.addOverlay(overlayOf(trained(5, 2).state(), "seed 3", "pinned"));
    const { series, xDomain, summary } = selectLossChart(state());
    expect(series.map(({ run, name, isGhost, last }) => [run, name, isGhost ?? false, last?.step])).toEqual([
      ["apo-p", "APO-P", false, 2],
      ["sgdm", "SGDm", false, 2],
      ["o1/apo-p", "APO-P · seed 3", true, 4],
      ["o1/sgdm", "SGDm · seed 3", true, 4],
    ]);
    expect(xDomain).toEqual([0, 4]);
    expect(summary).toContain("APO-P · seed 3 0.4");
    expect(selectLearningRateChart(state()).series).toHaveLength(4);
    actions.scrubTo(1);
    expect(selectLossReadout(state()).rows.map(({ run, value }) => [run, value])).toEqual([
      ["apo-p", 0.5],
      ["sgdm", 0.5],
      ["o1/apo-p", 1],
      ["o1/sgdm", 1],
    ]);
  });

  it("stays through Reset and another task, until it is hidden or taken off", () => {
    const { actions, state } = trained(3);
    actions.addOverlay(overlayOf(state(), "a", "fork"));
    actions.addOverlay(overlayOf(state(), "b", "pinned"));
    actions.reset();
    actions.setTask("spirals");
    expect(state().overlays.map(({ id, name }) => [id, name])).toEqual([
      ["o1", "a"],
      ["o2", "b"],
    ]);
    actions.toggleOverlay("o1");
    expect(
      selectLossChart(state())
        .series.filter(({ isGhost }) => isGhost)
        .map(({ run }) => run),
    ).toEqual(["o2/apo-p", "o2/sgdm"]);
    actions.removeOverlay("o1");
    actions.removeOverlay("o2");
    expect(state().overlays).toEqual([]);
  });

  it("says what it has that the race has not, as soon as a setting differs", () => {
    const { actions, state } = trained(3);
    actions.addOverlay(overlayOf(state(), "before", "fork"));
    expect(selectOverlayList(state())).toMatchObject([{ origin: "before the fork", differences: "the same settings" }]);
    actions.setRunSetting("apo-p", "lambdaFsd", 10);
    expect(selectOverlayList(state())[0]?.differences).toMatch(/^λ_FSD 0?\.?\d+$/);
  });
});
