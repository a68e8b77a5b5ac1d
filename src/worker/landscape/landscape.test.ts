import { beforeAll, expect, test } from "vitest";
import { LANDSCAPE_GRID, type LandscapeMethod, type Point } from "../../config/tables/landscape";
import { landscapeSettings } from "../../config/tables/landscapeSettings";
import { useBackend } from "../../core/testing/forEachBackend";
import type { LandscapeEvent, LandscapeRequest } from "../../protocol/landscape";
import { LandscapeDesk } from "./landscape";

beforeAll(() => useBackend("cpu"));

const METHODS: LandscapeMethod[] = [
  { run: "plain", optimizer: "sgd", hyperparams: landscapeSettings("quadratic", "sgd") },
  { run: "adam", optimizer: "adam", hyperparams: landscapeSettings("quadratic", "adam") },
];

const requestOf = (id: number, theta: Point): LandscapeRequest => ({
  id,
  problem: "quadratic",
  theta,
  lambdaFsd: 1,
  lambdaWsd: 0.1,
  methods: METHODS,
  steps: 4,
});

function openDesk(start = async () => {}) {
  const sent: LandscapeEvent[] = [];
  const macrotask = () => new Promise<void>((resolve) => setImmediate(resolve));
  const desk = new LandscapeDesk({ send: (event) => void sent.push(event), macrotask, start });
  const heard = async (count: number) => {
    while (sent.length < count) await macrotask();
    await macrotask();
  };
  return { desk, sent, heard };
}

test("surfaces come first, then the steps of every method asked for", async () => {
  const { desk, sent, heard } = openDesk();
  desk.request(requestOf(1, [-1, 1]));
  await heard(2);
  expect(sent.map(({ type, id }) => [type, id])).toEqual([
    ["surfaces", 1],
    ["steps", 1],
  ]);
  const [first, second] = sent;
  if (first?.type !== "surfaces" || second?.type !== "steps") throw new Error("unexpected events");
  expect(first.surfaces.fsd).toHaveLength(LANDSCAPE_GRID.columns * LANDSCAPE_GRID.rows);
  expect(first.surfaces.leastLoss).toBeLessThan(1e-20);
  expect(second.steps.paths.map(({ run, points }) => [run, points.length])).toEqual([
    ["plain", 5],
    ["adam", 5],
  ]);
});

test("of requests that wait only the newest is answered, after the one in work", async () => {
  const { desk, sent, heard } = openDesk();
  for (const id of [1, 2, 3, 4]) desk.request(requestOf(id, [id, 0]));
  await heard(4);
  expect(sent.map(({ id }) => id)).toEqual([1, 1, 4, 4]);
});

test("a failure is told with what to do, and the next request is answered", async () => {
  let isBroken = true;
  const { desk, sent, heard } = openDesk(async () => {
    if (isBroken) throw new Error("tfjs is missing.");
  });
  desk.request(requestOf(1, [0, 0]));
  await heard(2);
  expect(sent[1]).toMatchObject({
    type: "failure",
    id: 1,
    notice: { title: "The landscape could not be computed", detail: expect.stringContaining("tfjs is missing.") },
  });
  isBroken = false;
  desk.request(requestOf(2, [0, 0]));
  await heard(4);
  expect(sent.slice(2).map(({ type }) => type)).toEqual(["surfaces", "steps"]);
});
