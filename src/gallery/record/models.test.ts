import { describe, expect, test } from "vitest";
import { startNodeBackend } from "../../cli/nodeBackend";
import type { WorkerEvent } from "../../protocol/messages";
import type { SweepRequest } from "../../protocol/sweep";
import { createExperimentStore } from "../../store/experiment/experimentStore";
import { initialState } from "../../store/experiment/initialState";
import { readLink } from "../../store/link/readLink";
import { recordedModelOf } from "../models/models";
import { type ModelName, RECIPES } from "../models/recipes";
import { readRecorded, writeRecorded } from "../models/recorded";
import { openStillPage } from "../models/stillPage";
import { recordingDeps } from "./recordingDeps";
import { recordModel } from "./recordModel";
import { recordLandscape, recordSweep } from "./recordViews";

/** Steps that are made again: the first ones, for the later ones follow from them by the same code. */
const STEPS = 2;

/** Four digits are kept, and other machines round a sum in another order. */
const TOLERANCE = 2e-3;

const NAMES = Object.keys(RECIPES) as ModelName[];
const emptyStore = () => createExperimentStore(initialState(readLink("").config));

/** Each run's columns over the first steps. */
function firstRows(events: readonly WorkerEvent[]) {
  const rows: Record<string, (number | null)[]> = {};
  for (const event of events)
    for (const { run, columns } of event.type === "rows" ? event.runs : [])
      for (const [name, values] of Object.entries(columns))
        rows[`${run} ${name}`] = [...(rows[`${run} ${name}`] ?? []), ...values].slice(0, STEPS);
  // a column that begins later is not there yet
  return Object.fromEntries(Object.entries(rows).filter(([, values]) => values.some((value) => value !== null)));
}

const ready = (events: readonly WorkerEvent[]) => events.find(({ type }) => type === "ready");

/** Every number near its fellow, everything else the same. */
function expectNear(actual: unknown, expected: unknown, path: string): void {
  if (typeof actual === "number" && typeof expected === "number") {
    const difference = Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-6);
    expect(difference, `${path}: ${actual} was recorded as ${expected}`).toBeLessThanOrEqual(TOLERANCE);
  } else if (typeof actual === "object" && actual && typeof expected === "object" && expected) {
    expect(Object.keys(actual), path).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(actual))
      expectNear(value, (expected as Record<string, unknown>)[key], `${path}.${key}`);
  } else expect(actual, path).toEqual(expected);
}

describe("the recorded models of the gallery", () => {
  test.each(NAMES)("%s begins as the page's own trainer trains it now", async (name) => {
    const again = readRecorded(
      writeRecorded(await recordModel({ ...RECIPES[name], hasSweep: undefined, hasLandscape: undefined }, STEPS)),
    );
    const { events } = recordedModelOf(name);
    expectNear(firstRows(again.events), firstRows(events), name);
    expectNear(ready(again.events), ready(events), name);
  });

  test("the landscape's paths are those that its worker finds now", async () => {
    const store = emptyStore();
    const page = openStillPage(store, RECIPES.sine.link, { send() {}, sweep() {} });
    const { events, landscape } = recordedModelOf("sine");
    for (const event of events) page.hear(event);
    const made = await recordLandscape(store.getState());
    expectNear(
      readRecorded(writeRecorded({ events: [], sweep: [], landscape: made })).landscape,
      landscape,
      "landscape",
    );
  });

  test("the first row of the sweep map is trained to the same cells now", async () => {
    await startNodeBackend("wasm");
    const store = emptyStore();
    const asked: SweepRequest[] = [];
    const page = openStillPage(store, RECIPES.linear.link, { send() {}, sweep: (request) => asked.push(request) });
    const { events, sweep } = recordedModelOf("linear");
    for (const event of events) page.hear(event);
    page.actions.startSweep();
    const [request] = asked;
    if (!request) throw new Error("No map was asked for.");
    const grid = { ...request.grid, lambdaWsd: request.grid.lambdaWsd.slice(0, 1) };
    const [cells] = await recordSweep({ ...request, grid }, recordingDeps(new Promise(() => {})));
    const made = readRecorded(writeRecorded({ events: [], sweep: cells ? [cells] : [], landscape: null })).sweep;
    expectNear(made[0], sweep[0], "sweep");
  });

  test("the models are small enough to ship in the repository", () => {
    const sizes = NAMES.map((name) => writeRecorded(recordedModelOf(name)).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(500_000);
  });
});
