import type { Locator } from "@playwright/test";
import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { pixelsChangedBy } from "./pixels";

/** A part of a control that tells something, and a sheet without it. `press` makes the state first. */
interface Part {
  what: string;
  of: (lab: ExperimentPage) => Locator;
  without: string;
  press?: (lab: ExperimentPage) => Promise<void>;
}

const NO_RING = ":focus-visible { outline: none; } * { box-shadow: none; }";
const NO_STATE = "* { box-shadow: none; background-image: none; }";
/** Fewer changed pixels than a hairline 10 pixels long are none. */
const LEAST = 10;

const focused = (find: Part["of"]) => async (lab: ExperimentPage) => {
  await find(lab).focus();
  await lab.keyboard.press("Shift"); // a key makes the focus one of the keyboard
};

const radio = (lab: ExperimentPage) => lab.controls.locator(".segments label").first();
const button = (lab: ExperimentPage, name: string) => lab.frame.getByRole("button", { name, exact: true });

const PARTS: Part[] = [
  {
    what: "a slider's thumb",
    of: (lab) => lab.controls.locator(".slot").first(),
    without: ".slider-thumb { opacity: 0; }",
  },
  {
    what: "a slider's track",
    of: (lab) => lab.controls.locator(".slot").first(),
    without: ".slot::before { opacity: 0; }",
  },
  {
    what: "how far a slider is filled",
    of: (lab) => lab.controls.locator(".slot").first(),
    without: ".slot::before { background: CanvasText; }",
  },
  { what: "where a drag began", of: (lab) => lab.controls.locator(".slot").first(), without: ".was { opacity: 0; }" },
  {
    what: "the scrubber's thumb",
    of: (lab) => lab.frame.locator(".scrub-track"),
    without: ".slider-thumb { opacity: 0; }",
  },
  {
    what: "the scrubber's track",
    of: (lab) => lab.frame.locator(".scrub-track"),
    without: ".scrub-track::before { opacity: 0; }",
  },
  {
    what: "a move on the scrubber",
    of: (lab) => lab.frame.locator(".scrub-track"),
    without: ".scrub-mark { opacity: 0; }",
  },
  { what: "a menu's arrow", of: (lab) => lab.task, without: "select { background-image: none; }" },
  { what: "a menu's border", of: (lab) => lab.task, without: "select { border-color: Canvas; }" },
  { what: "a field's border", of: (lab) => lab.seed, without: "input { border-color: Canvas; }" },
  { what: "a button's border", of: (lab) => lab.stepButton, without: ".btn { border-color: Canvas; }" },
  { what: "the button to press", of: (lab) => lab.playButton, without: ".btn { background: Canvas; }" },
  { what: "a chosen radio", of: radio, without: NO_STATE },
  { what: "a chosen axis", of: (lab) => lab.frame.getByRole("radio", { name: "steps" }), without: NO_STATE },
  { what: "a pressed toggle", of: (lab) => button(lab, "log"), without: NO_STATE },
  { what: "an open view", of: (lab) => button(lab, "Cost ledger"), without: NO_STATE },
  { what: "a rule between controls", of: (lab) => lab.controls.locator("hr").first(), without: "hr { opacity: 0; }" },
  {
    what: "the bars of the ledger",
    of: (lab) => lab.frame.locator(".pass-bars").first(),
    without: ".pass-bar i { opacity: 0; }",
  },
  {
    what: "the handle of the map",
    of: (lab) => lab.frame.locator(".map-handle"),
    without: ".map-handle { opacity: 0; }",
  },
  {
    what: "a method's line beside its name",
    of: (lab) => lab.table.locator(".swatch").first(),
    without: ".swatch { opacity: 0; }",
  },
  {
    what: "the terms of Q by their lines",
    of: (lab) => lab.objective.figure.locator(".part").first(),
    without: NO_STATE,
  },
  {
    what: "the focus on a slider",
    of: (lab) => lab.controls.locator(".slot").first(),
    without: NO_RING,
    press: focused((lab) => lab.slider("λ_FSD")),
  },
  {
    what: "the focus on a button",
    of: (lab) => lab.copyLinkButton,
    without: NO_RING,
    press: focused((lab) => lab.copyLinkButton),
  },
  { what: "the focus on a menu", of: (lab) => lab.task, without: NO_RING, press: focused((lab) => lab.task) },
  {
    what: "the focus on a toggle",
    of: (lab) => button(lab, "log"),
    without: NO_RING,
    press: focused((lab) => button(lab, "log")),
  },
  {
    what: "the focus on the map's handle",
    of: (lab) => lab.frame.locator(".map-handle"),
    without: NO_RING,
    press: focused((lab) => lab.frame.locator(".map-sliders input").first()),
  },
];

const LINK = "task=sine&opt=apo-p,apo-lr,sgdm&steps=12&at=4:lf=5&views=ledger,sweepMap";

for (const colorScheme of ["light", "dark"] as const) {
  test(`with forced colours, ${colorScheme}, every control, choice and focus is seen`, async ({ lab }) => {
    await lab.page.emulateMedia({ forcedColors: "active", colorScheme, reducedMotion: "reduce" });
    await lab.open(LINK);
    await lab.playToTheEnd();
    const unseen: string[] = [];
    for (const { what, of, without, press } of PARTS) {
      await press?.(lab);
      const changed = await pixelsChangedBy(of(lab), without);
      if (changed < LEAST) unseen.push(`${what}: ${changed} pixels`);
    }
    expect(unseen).toEqual([]);
  });
}

test("with forced colours methods are told apart by dashes, and the page's own theme gives way", async ({ lab }) => {
  await lab.page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await lab.open("task=sine&opt=apo-p,apo-lr,sgdm,adam,kfac&steps=3&theme=light");
  await lab.playToTheEnd();
  const strokes = await lab.table.locator(".swatch line").evaluateAll((lines) =>
    lines.map((line) => {
      const { stroke, strokeDasharray } = getComputedStyle(line);
      return { stroke, strokeDasharray };
    }),
  );
  expect(new Set(strokes.map(({ strokeDasharray }) => strokeDasharray)).size).toBe(5);
  // the dark half of APO-P's colour: a light theme in the link does not make dark lines on a person's dark background
  expect(strokes[0]?.stroke).toBe("rgb(249, 80, 26)");
});

test("on a phone with forced colours the open drawer and its sliders are seen", async ({ lab }) => {
  await lab.page.setViewportSize({ width: 390, height: 844 });
  await lab.page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await lab.open(LINK);
  await lab.openControls();
  expect(await pixelsChangedBy(lab.controlsButton, NO_STATE)).toBeGreaterThan(LEAST);
  expect(await pixelsChangedBy(radio(lab), "* { background-image: none; }")).toBeGreaterThan(LEAST);
  expect(await pixelsChangedBy(lab.controls.locator(".slot").first(), ".slider-thumb { opacity: 0; }")).toBeGreaterThan(
    100,
  );
});
