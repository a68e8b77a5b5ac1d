import { beforeEach, expect, test, vi } from "vitest";
import type { OfflineAnswer, OfflineRequest } from "../../protocol/offline";
import { createExperimentStore } from "../experiment/experimentStore";
import { offlineStore } from "../offline/offlineStore";
import { createTestPage } from "../testing/testPage";
import { testState } from "../testing/testState";
import { openOffline } from "./offline";

/** A service worker that answers as the test says, with what it was asked. */
class FakeWorker extends EventTarget {
  asked: OfflineRequest[] = [];

  constructor(
    public state: ServiceWorkerState,
    private readonly answer: (request: OfflineRequest) => OfflineAnswer,
  ) {
    super();
  }

  postMessage(request: OfflineRequest, [port]: MessagePort[]): void {
    this.asked.push(request);
    port?.postMessage(this.answer(request));
  }

  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

class FakeRegistration extends EventTarget {
  active: FakeWorker | null = null;
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  looks = 0;

  async update() {
    this.looks += 1;
  }
}

function open(registration: FakeRegistration | Error) {
  const { page } = createTestPage("");
  const after = vi.fn<(delayMs: number, callback: () => void) => void>();
  const store = createExperimentStore(testState());
  const reload = vi.fn();
  const register = async () => {
    if (registration instanceof Error) throw registration;
    return registration as unknown as ServiceWorkerRegistration;
  };
  const browser = { register, script: "http://localhost/assets/index-1.js", reload };
  const soon = (callback: () => void) => void Promise.resolve().then(callback);
  const offline = openOffline(store, { ...page, after, whenIdle: soon }, browser);
  return { offline, after, reload, titles: () => store.getState().notices.map(({ title }) => title) };
}

/** Stores one file with each request, of five, and fails at the request named. */
function storing(failsAt = Number.NaN) {
  let stored = 2;
  let asked = 0;
  return new FakeWorker("activated", ({ type }) => {
    asked += 1;
    if (asked === failsAt) return { type: "failed" };
    if (type === "store") stored += 1;
    return { type: "stored", stored, of: 5, bytes: stored * 1000 };
  });
}

beforeEach(() => offlineStore.setState({ status: "none", stored: 0, of: 0, bytes: 0 }));

test("the page is stored file by file, by the worker that serves its script, until all is there", async () => {
  const registration = new FakeRegistration();
  const worker = storing();
  registration.active = worker;
  open(registration);
  await expect.poll(() => offlineStore.getState()).toEqual({ status: "ready", stored: 5, of: 5, bytes: 5000 });
  expect(worker.asked.map(({ type }) => type)).toEqual(["serve", "store", "store", "store"]);
  expect(worker.asked[0]).toEqual({ type: "serve", script: "http://localhost/assets/index-1.js" });
});

test("a file that does not come is told of, and asked for again later", async () => {
  const registration = new FakeRegistration();
  registration.active = storing(3);
  const { after } = open(registration);
  await expect.poll(() => offlineStore.getState()).toMatchObject({ status: "partly", stored: 3 });
  const [, again] = after.mock.calls.findLast(([delayMs]) => delayMs === 30_000) ?? [];
  again?.();
  await expect.poll(() => offlineStore.getState().status).toBe("ready");
});

test("where no worker may be registered, or it cannot install, nothing is stored and nothing thrown", async () => {
  const { titles } = open(new Error("SecurityError"));
  const registration = new FakeRegistration();
  const worker = new FakeWorker("installing", () => ({ type: "failed" }));
  registration.installing = worker;
  open(registration);
  await Promise.resolve();
  worker.become("redundant");
  await new Promise((resolve) => setTimeout(resolve));
  expect(offlineStore.getState().status).toBe("none");
  expect(titles()).toEqual([]);
});

test("a newer version is told of once it is stored; taken, the page loads anew, and not while another tab is open", async () => {
  const registration = new FakeRegistration();
  registration.active = storing();
  const { offline, reload, titles } = open(registration);
  await expect.poll(() => offlineStore.getState().status).toBe("ready");
  expect(titles()).toEqual([]);
  let isTaken = false;
  const newer = new FakeWorker("installing", () => ({ type: "taken", isTaken }));
  registration.installing = newer;
  registration.dispatchEvent(new Event("updatefound"));
  expect(titles()).toEqual([]);
  newer.become("installed");
  expect(titles()).toEqual(["A newer version of APO Lab is stored"]);
  offline.takeUpdate();
  await expect.poll(titles).toContain("The update waits for other tabs");
  expect(reload).not.toHaveBeenCalled();
  isTaken = true;
  offline.takeUpdate();
  newer.become("activated");
  await expect.poll(() => reload.mock.calls.length).toBe(1);
});

test("the first version that is installed is no news, and one that waited before is", async () => {
  const first = new FakeRegistration();
  const worker = new FakeWorker("installing", () => ({ type: "stored", stored: 1, of: 1, bytes: 1 }));
  first.installing = worker;
  const { titles } = open(first);
  await new Promise((resolve) => setTimeout(resolve));
  worker.become("installed");
  worker.become("activated");
  await expect.poll(() => offlineStore.getState().status).toBe("ready");
  expect(titles()).toEqual([]);

  const later = new FakeRegistration();
  later.active = storing();
  later.waiting = new FakeWorker("installed", () => ({ type: "taken", isTaken: true }));
  await expect.poll(open(later).titles).toEqual(["A newer version of APO Lab is stored"]);
});
