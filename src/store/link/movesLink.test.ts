import { expect, test } from "vitest";
import { initialState } from "../experiment/initialState";
import { LINK_LIMIT, linkOf } from "./linkSelectors";
import { readLink } from "./readLink";

/** Two drags of so many moves in all, one each step, as a slider gives them: values of four digits. */
const dragged = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    step: 100 + index,
    run: "apo-p",
    name: "lambdaFsd" as const,
    from: 1 + index / 1000,
    value: 1 + (index + 1) / 1000,
    gesture: index < 100 ? 1 : 2,
  }));

test("a drag of 121 moves fits into a link whole, and comes back as it was", () => {
  const { config } = readLink("?task=sine&opt=apo-p");
  const { link, leftOut } = linkOf({ ...initialState(config), interventions: dragged(121) });
  expect(link.length).toBeLessThanOrEqual(LINK_LIMIT);
  expect(leftOut).toBe(0);
  expect(link).toContain("at=100:apo-p.lf=1.001;101=1.002;102=1.003");
  const { interventions } = readLink(link).config;
  expect(interventions).toEqual(dragged(121).map(({ step, run, name, value }) => ({ step, run, name, value })));
});

test("a link over 2,000 characters thins the moves evenly, keeps where each drag ended, and says how much it leaves out", () => {
  const { config } = readLink("?task=sine&opt=apo-p");
  const interventions = dragged(400);
  const { link, moves, leftOut } = linkOf({ ...initialState(config), interventions });
  expect(link.length).toBeLessThanOrEqual(LINK_LIMIT);
  expect(moves).toBe(400);
  const kept = readLink(link).config.interventions;
  expect(kept).toHaveLength(400 - leftOut);
  expect(kept.length).toBeGreaterThan(90); // every fourth
  const steps = kept.map(({ step }) => step);
  expect(steps).toEqual(expect.arrayContaining([100, 104, 199, 499]));
  expect(Math.max(...steps.slice(1).map((step, index) => step - (steps[index] ?? 0)))).toBe(4);
  // the same where they are scheduled, as after Reset or from a file
  const scheduled = interventions.map(({ step, run, name, value }) => ({ step, run, name, value }));
  const again = linkOf(initialState({ ...config, interventions: scheduled }));
  expect(again.link.length).toBeLessThanOrEqual(LINK_LIMIT);
  expect(again.leftOut).toBeGreaterThan(250);
  expect(again.link).toContain("=1.4");
});

test("moves far apart are thinned as well where they alone are too many", () => {
  const { config } = readLink("?task=sine&opt=apo-p&steps=20000");
  const interventions = Array.from({ length: 600 }, (_, index) => ({
    ...{ step: 30 * (1 + index), run: "apo-p", name: "lambdaFsd", value: 1 + index / 1000 },
  }));
  const { link, leftOut } = linkOf(initialState({ ...config, interventions }));
  expect(link.length).toBeLessThanOrEqual(LINK_LIMIT);
  expect(readLink(link).config.interventions).toHaveLength(600 - leftOut);
  expect(leftOut).toBeLessThan(530);
});

test("moves of two settings name each once, and a move of all runs stays in its order with those of one", () => {
  const link = "?v=1&task=sine&opt=apo-p,apo-lr&at=5:apo-p.lf=1;6=2;5:apo-p.lw=3;6=4";
  const { config } = readLink(link);
  expect(config.interventions.map(({ step, name, value }) => [step, name, value])).toEqual([
    [5, "lambdaFsd", 1],
    [5, "lambdaWsd", 3],
    [6, "lambdaFsd", 2],
    [6, "lambdaWsd", 4],
  ]);
  expect(linkOf(initialState(config)).link).toBe(link);
  const mixed = "?v=1&task=sine&opt=apo-p,apo-lr&at=5:lf=1;5:apo-p.lf=2;6=3;7:lf=4";
  expect(linkOf(initialState(readLink(mixed).config)).link).toBe(mixed);
  expect(readLink("?task=sine&opt=apo-p&at=7=3").notes[0]?.title).toContain("is not an intervention");
});
