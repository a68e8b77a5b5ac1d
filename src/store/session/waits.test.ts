import { afterEach, describe, expect, test, vi } from "vitest";
import type { WorkerEvent } from "../../protocol/messages";
import { selectTransport } from "../bar/barSelectors";
import { messagesArrive, openTestSession } from "../testing/testPage";

let close = () => {};
afterEach(() => close());

type Session = Awaited<ReturnType<typeof openTestSession>>;

async function open(search = "?task=sine&opt=apo-p,sgdm&test=1&clock=wall"): Promise<Session> {
  const session = await openTestSession(search);
  close = session.closePorts;
  return session;
}

const environment = { app: "1.0.0", backend: "wasm", adapter: null, runtime: "test", reason: "r" } as const;
const sizes = { trainCount: 256, testCount: 256, parameterCount: 4353 };
/** Trained two steps, each so long that a silence of minutes is none of a worker that is gone. */
const trained = (experiment: string): WorkerEvent[] => [
  { type: "ready", experiment, environment, runs: [], picture: { kind: "none" }, sizes },
  { type: "status", experiment, status: "running", step: 0 },
  {
    type: "rows",
    experiment,
    step: 2,
    metaSteps: { "apo-p": 2 },
    runs: [{ run: "apo-p", columns: { step: [0, 1], trainLoss: [1, 0.5] } }],
  },
  {
    type: "cost",
    experiment,
    run: "apo-p",
    cost: { msPerStep: 30_000, forwardPasses: 1, backwardPasses: 1, tensorBytes: 1, peakBytes: 1 },
  },
];

/** Time passes in which only these workers give signs of life. */
async function passWithBeats(session: Session, seconds: number, alive: readonly string[]): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    for (const { kind, isEnded, port } of session.workers)
      if (!isEnded && alive.includes(kind)) port.postMessage("beat");
    await messagesArrive();
    session.pass(1000);
  }
  await messagesArrive();
}

const titles = ({ experiment }: Session) => experiment.getState().notices.map(({ title }) => title);
const losses = ({ experiment }: Session) => experiment.getState().runs[0]?.columns.length;

describe("a worker that gives no sign of life", () => {
  test.each<[what: string, prepare: (session: Session) => Promise<void>, dead: string, seconds: number, title: string]>(
    [
      ["never starts", async () => {}, "trainer", 6, "Still waiting for the training worker"],
      [
        "hangs while it loads",
        ({ say }) => say({ type: "progress", experiment: "e1", stage: "device", fraction: 0, detail: "Starting WASM" }),
        "trainer",
        6,
        "The training worker does not answer",
      ],
      [
        "computes a step for long",
        ({ say }) => say(...trained("e1")),
        "trainer",
        6,
        "The training worker does not answer",
      ],
      [
        "trains a map",
        async ({ say, actions, workers }) => {
          await say(...trained("e1"));
          actions.toggleView("sweepMap");
          actions.startSweep();
          await vi.waitFor(() => expect(workers.map(({ kind }) => kind)).toContain("sweep")); // its script is fetched
        },
        "sweep",
        6,
        "Still waiting for the sweep map",
      ],
    ],
  )(
    "because it %s is told of in time, left alone, and taken back when it speaks",
    async (_, prepare, dead, ...rest) => {
      const [seconds, title] = rest;
      const session = await open();
      await prepare(session);
      const shown = losses(session);
      const others = ["trainer", "analysis", "sweep", "landscape"].filter((kind) => kind !== dead);
      await passWithBeats(session, seconds - 2, others);
      expect(titles(session)).toEqual([]);
      await passWithBeats(session, 2, others);
      expect(titles(session)).toEqual([title]);
      const { detail = "", remedy = "" } = session.experiment.getState().notices[0] ?? {};
      expect(`${detail} ${remedy}`).toMatch(/computes for long|slow line/);
      expect(remedy).toMatch(/^Wait,/);
      await passWithBeats(session, 60, others);
      expect(titles(session)).toEqual([title]);
      expect(session.workers.every(({ isEnded }) => !isEnded)).toBe(true);
      expect(losses(session)).toBe(shown);
      await passWithBeats(session, 1, [dead]);
      expect(titles(session)).toEqual([]);
    },
  );

  test("is not called so where the page itself slept", async () => {
    const session = await open();
    await session.say(...trained("e1"));
    session.world.now += 3_600_000;
    session.pass(1);
    expect(titles(session)).toEqual([]);
    await passWithBeats(session, 6, ["analysis"]);
    expect(titles(session)).toEqual(["The training worker does not answer"]);
  });

  test.each<[name: string, act: (actions: Session["actions"]) => void]>([
    ["Reset", (actions) => actions.reset()],
    ["repeat moves", (actions) => actions.replay()],
    ["a task", (actions) => actions.setTask("spirals")],
    ["a seed", (actions) => actions.setSeed(8)],
    ["New seed", (actions) => actions.newSeed()],
    ["a device", (actions) => actions.setDevice("wasm")],
    ["a preset", (actions) => actions.setPreset("four-starts")],
    ["a batch size", (actions) => actions.setBatchSize(16)],
    ["a method", (actions) => actions.addOptimizer("adam")],
    ["Try again", (actions) => actions.retry()],
    ["Go on with WASM", (actions) => actions.continueOnWasm()],
  ])("does not keep %s from starting with new workers; until then the charts stay", async (_, act) => {
    const session = await open();
    await session.say(...trained("e1"));
    await passWithBeats(session, 6, ["analysis"]);
    expect(selectTransport(session.experiment.getState())).toMatchObject({ canReset: true, step: 2 });
    expect(losses(session)).toBe(2);
    act(session.actions);
    await messagesArrive();
    expect(session.workers.map(({ kind, isEnded }) => [kind, isEnded])).toEqual([
      ["trainer", true],
      ["analysis", true],
      ["trainer", false],
      ["analysis", false],
    ]);
    expect(titles(session).filter((title) => title.startsWith("The training worker"))).toEqual([]);
    expect(session.trainer().received[1]).toMatchObject({ type: "configure", experiment: "e2" });
    await session.say(...trained("e2"));
    expect(session.experiment.getState()).toMatchObject({ status: "running", step: 2 });
  });
});

describe("what the training worker itself waits for", () => {
  const wait = {
    wayOn: "continueOnWasm",
    notice: { level: "warning", title: "Still waiting for the device", detail: "d", remedy: "r" },
  } as const;

  test("is told until it comes, fails, or another experiment starts", async () => {
    const session = await open();
    const tell = (told: typeof wait | null, experiment = "e1") => session.say({ type: "wait", experiment, wait: told });
    await tell(wait);
    await tell(wait);
    expect(session.experiment.getState().notices).toMatchObject([{ ...wait.notice, action: "continueOnWasm" }]);
    await tell(null);
    expect(titles(session)).toEqual([]);
    await tell(wait);
    await session.say({ type: "failure", experiment: "e1", notice: { ...wait.notice, title: "failed" } });
    expect(titles(session)).toEqual(["failed"]);
    session.actions.reset();
    await tell(wait);
    expect(titles(session)).toEqual([]);
  });
});

describe("Pause", () => {
  const label = ({ experiment }: Session) => selectTransport(experiment.getState()).playLabel;

  test("is answered at once, and once more by the worker", async () => {
    const session = await open();
    await session.say(...trained("e1"));
    session.actions.pause();
    expect(label(session)).toBe("Pausing");
    await session.say({ type: "status", experiment: "e1", status: "paused", step: 3 });
    expect(label(session)).toBe("Play");
  });

  test("is answered by a worker that hangs as well, can be taken back, and does not outlive the experiment", async () => {
    const session = await open();
    await session.say(...trained("e1"));
    session.actions.togglePlay();
    expect(label(session)).toBe("Pausing");
    session.actions.togglePlay();
    expect(label(session)).toBe("Pause");
    await messagesArrive();
    expect(session.trainer().received.slice(-2)).toMatchObject([{ type: "pause" }, { type: "play" }]);
    session.actions.pause();
    session.actions.reset();
    expect(session.experiment.getState()).toMatchObject({ isPausing: false, status: "loading" });
  });
});

describe("new workers", () => {
  const findings = {
    usable: ["wasm"],
    refused: [{ backend: "webgpu", why: "it lies" }],
    trials: [{ key: "k", webgpu: 2, wasm: 1 }],
    isGpuSilent: false,
  } as const;

  test("know what those before found of the devices, until one fails", async () => {
    const session = await open();
    const [ready, ...rest] = trained("e1");
    await session.say({ ...(ready as Extract<WorkerEvent, { type: "ready" }>), findings }, ...rest);
    session.actions.reset();
    await messagesArrive();
    expect(session.trainer().received.at(-1)).toMatchObject({ type: "configure", findings });
    const notice = { level: "error", title: "t", detail: "d", remedy: "r" } as const;
    await session.say({ type: "failure", experiment: "e2", notice });
    session.actions.reset();
    await messagesArrive();
    expect(session.trainer().received.at(-1)).toMatchObject({ type: "configure", findings: undefined });
  });

  test("read again a file that the old ones did not come to read, and train where one has read it", async () => {
    const session = await open();
    await session.say(...trained("e1"));
    session.actions.openCsv([new File(["a,b"], "h.csv")]);
    session.actions.reset();
    await messagesArrive();
    expect(session.trainer().received.map(({ type }) => type)).toEqual(["connectAnalysis", "configure", "readCsv"]);
    const columns = ["a", "b"].map((name) => ({ name, kind: "number" as const, missing: 0, place: null }));
    const numbers = { decimal: null, between: [], doubt: null };
    const summary = { file: "h.csv", rows: 30, delimiter: "," as const, numbers, columns };
    const choice = { file: "h.csv", target: "b", inputs: null };
    const count = session.workers.length;
    await session.say({ type: "csvRead", experiment: "", id: "f1", summary, choice, notices: [] });
    await messagesArrive();
    expect(session.workers).toHaveLength(count);
    expect(session.trainer().received.at(-1)).toMatchObject({ type: "configure", config: { task: "csv" } });
    session.actions.reset();
    await messagesArrive();
    expect(session.trainer().received.map(({ type }) => type)).toEqual(["connectAnalysis", "configure"]);
  });
});
