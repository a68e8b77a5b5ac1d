import { vi } from "vitest";
import type { Command, WorkerEvent } from "../../protocol/messages";
import { createExperimentStore } from "../experiment/experimentStore";
import { initialState } from "../experiment/initialState";
import type { TestHook } from "../hook/testHook";
import type { BrowserPage, WorkerKind, WorkerPort } from "../session/page";
import { openSession } from "../session/session";
import { testConfig } from "./testState";

/** One worker of a test: what it was sent, and what it says. */
export interface TestWorker {
  kind: WorkerKind;
  port: MessagePort;
  received: (Command | { type: "connect" })[];
  isEnded: boolean;
  say(event: WorkerEvent): void;
  fail(message: string): void;
}

/** A browser in memory: time, frames and visibility move when the test says so; workers speak over real message channels. */
export function createTestPage(search: string) {
  const workers: TestWorker[] = [];
  const timers: { at: number; callback: () => void }[] = [];
  const hidden: (() => void)[] = [];
  const seen: (() => void)[] = [];
  const world = {
    now: 0,
    /** How long the page is busy after the charts were given something new. */
    drawingMs: 5,
    search,
    written: [] as string[],
    theme: null as string | null,
    choices: new Map<string, string>(),
    clipboard: null as string | null,
    isClipboardOpen: true,
    saved: [] as { name: string; text: string }[],
    areWorkersForbidden: false,
    isAddressLocked: false,
    isHidden: false,
    hook: null as TestHook | null,
  };
  const page: BrowserPage = {
    search: () => world.search,
    address: () => "http://localhost/",
    replaceSearch(query) {
      if (!world.isAddressLocked) world.written.push(query);
      return !world.isAddressLocked;
    },
    readChoice: (name) => world.choices.get(name) ?? null,
    keepChoice: (name, choice) => world.choices.set(name, choice),
    setTheme: (theme) => {
      world.theme = theme;
    },
    openWorker(kind, onError): WorkerPort {
      if (world.areWorkersForbidden) throw new Error("Workers are forbidden here.");
      const { port1, port2 } = new MessageChannel();
      const worker: TestWorker = {
        kind,
        port: port2,
        received: [],
        isEnded: false,
        say: (event) => port2.postMessage(event),
        fail: onError,
      };
      port2.onmessage = ({ data }) => worker.received.push(data);
      workers.push(worker);
      return Object.assign(port1, {
        terminate() {
          worker.isEnded = true;
          port1.close();
        },
      }) as unknown as WorkerPort; // Node types its ports apart from the DOM's
    },
    requestFrame: (callback) => timers.push({ at: world.now + 16, callback }),
    after: (delayMs, callback) => timers.push({ at: world.now + delayMs, callback }),
    whenIdle: (callback) => timers.push({ at: world.now + world.drawingMs, callback }),
    now: () => world.now,
    prefersCalm: () => false,
    onHidden: (callback) => hidden.push(callback),
    onceSeen(callback) {
      if (world.isHidden) seen.push(callback);
      else callback();
    },
    async copyText(text) {
      if (world.isClipboardOpen) world.clipboard = text;
      return world.isClipboardOpen;
    },
    saveFile: (name, text) => world.saved.push({ name, text }),
    randomSeed: () => 4321,
    exposeTestHook: (hook) => {
      world.hook = hook;
    },
  };
  /** Moves time on, calling back what falls due in order. */
  const pass = (ms: number) => {
    const end = world.now + ms;
    for (;;) {
      const next = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (!next) break;
      timers.splice(timers.indexOf(next), 1);
      world.now = Math.max(world.now, next.at);
      next.callback();
    }
    world.now = end;
  };
  const hide = () => {
    world.isHidden = true;
    for (const callback of hidden) callback();
  };
  const show = () => {
    world.isHidden = false;
    for (const callback of seen.splice(0)) callback();
  };
  return { page, world, workers, pass, hide, show };
}

/** Lets scripts that were asked for, and messages that were posted, arrive. */
export async function messagesArrive(): Promise<void> {
  await vi.dynamicImportSettled();
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A session over a page in memory, its workers started and told of the experiment. */
export async function openTestSession(search: string, prepare?: (page: ReturnType<typeof createTestPage>) => void) {
  const testPage = createTestPage(search);
  prepare?.(testPage);
  const experiment = createExperimentStore(initialState(testConfig([])));
  const charts = createExperimentStore(experiment.getState());
  const actions = openSession(testPage.page, { experiment, charts });
  await messagesArrive();
  const latest = (kind: TestWorker["kind"]) => testPage.workers.findLast((worker) => worker.kind === kind);
  const trainer = () => latest("trainer") as TestWorker;
  /** The trainer says something and the page has drawn a frame since. */
  const say = async (...events: WorkerEvent[]) => {
    for (const event of events) trainer().say(event);
    await messagesArrive();
    testPage.pass(16);
  };
  const closePorts = () => {
    for (const { port } of testPage.workers) port.close();
  };
  return { ...testPage, experiment, charts, actions, trainer, analysis: () => latest("analysis"), say, closePorts };
}
