import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ApoFigure } from "./apoEmbed";
import { isParameter } from "./parameters";

/** As much of a browser's element as the figure touches. */
class FakeElement extends EventTarget {
  shadowRoot: object | null = null;
  readonly childNodes = [];
  readonly style = {};
  readonly classList = { add() {} };
  readonly contentWindow = {
    postMessage: (message: unknown, _: string, ports: MessagePort[]) => void greetings.push({ message, ports }),
  };
  readonly given = new Map<string, string>();
  get attributes() {
    return [...this.given].map(([name, value]) => ({ name, value }));
  }
  getAttribute = (name: string) => this.given.get(name) ?? null;
  setAttribute = (name: string, value: string) => void this.given.set(name, value);
  attachShadow() {
    const box = { prepend: (frame: FakeElement) => void frames.push(frame) };
    this.shadowRoot = { querySelector: () => box, replaceChildren() {} };
    return this.shadowRoot;
  }
  append() {}
  remove() {}
  checkVisibility = () => true;
}
class FakeSheet {
  replaceSync() {}
}
class FakeObserver {
  observe() {}
  disconnect() {}
}
class FakeKey extends Event {
  constructor(
    name: string,
    readonly given: object,
  ) {
    super(name);
  }
}
const listeners = new Set<(event: unknown) => void>();
const greetings: { message: unknown; ports: MessagePort[] }[] = [];
const frames: FakeElement[] = [];
let Figure: new () => ApoFigure & Pick<FakeElement, "setAttribute"> & { connectedCallback(): void };

beforeAll(async () => {
  vi.useFakeTimers();
  const globals = {
    ...{ HTMLElement: FakeElement, IntersectionObserver: FakeObserver, MutationObserver: FakeObserver },
    ...{ crossOriginIsolated: false, customElements: { define() {} }, matchMedia: () => new EventTarget() },
    addEventListener: (name: string, listener: (event: unknown) => void) =>
      void (name === "message" && listeners.add(listener)),
    removeEventListener: (_: string, listener: (event: unknown) => void) => void listeners.delete(listener),
    KeyboardEvent: FakeKey,
    CSSStyleSheet: FakeSheet,
    document: { documentElement: {}, body: {}, createElement: () => new FakeElement() },
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  Figure = (await import("./apoEmbed")).ApoFigure as never;
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A figure with what it tells of as errors. */
function figureWith(src: string | null) {
  const figure = new Figure();
  if (src !== null) figure.setAttribute("src", src);
  const errors: unknown[] = [];
  figure.addEventListener("error", (event) => errors.push((event as unknown as CustomEvent).detail));
  return { figure, errors };
}
const reasonOf = (call: Promise<unknown>) => call.then(String, (error: Error) => error.message);

test("a call before the figure is in a page waits for it, and is rejected where it is taken away", async () => {
  const { figure } = figureWith("https://example.org/lab/?task=sine");
  const early = reasonOf(figure.play());
  figure.connectedCallback();
  expect((frames.at(-1) as unknown as HTMLIFrameElement).src).toBe("https://example.org/lab/?task=sine&embed=1");
  (figure as unknown as { disconnectedCallback(): void }).disconnectedCallback();
  expect(await early).toBe("The figure was taken away or loaded anew.");
});

test("a frame that never answers is told of once, and calls are rejected by what to look at", async () => {
  const { figure, errors } = figureWith("https://example.org/lab/");
  figure.connectedCallback();
  const waiting = reasonOf(figure.getState());
  frames.at(-1)?.dispatchEvent(new Event("load"));
  greetings.length = 0;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(greetings.length).toBeGreaterThan(30);
  const detail = "The figure at https://example.org/lab/?embed=1 does not answer.";
  const remedy = "See that its server runs, lets it be framed here, and that origins has this page.";
  expect(errors).toEqual([{ title: "No answer", detail, remedy }]);
  expect(await waiting).toBe(`${detail} ${remedy}`);
  expect(await reasonOf(figure.play())).toBe(`${detail} ${remedy}`);
});

test("a frame's size and keys are heard of its own window alone, and a size that is none is passed over", () => {
  const { figure } = figureWith("https://example.org/lab/");
  const heard: unknown[] = [];
  figure.addEventListener("resize", (event) => heard.push((event as unknown as CustomEvent).detail));
  figure.addEventListener("keydown", (event) => heard.push((event as unknown as FakeKey).given));
  figure.connectedCallback();
  const frame = frames.at(-1) as FakeElement;
  const say = (data: unknown, source: unknown = frame.contentWindow) => {
    for (const listener of listeners) listener({ source, data });
  };
  const size = (height: unknown) => ({ apo: 1, type: "resize", name: "resize", value: { width: 640, height } });
  say(size(321));
  expect(frame.style).toEqual({ height: "321px" });
  for (const height of [0, -1, 1e9, "x", null]) say(size(height));
  say(size(400), {});
  say({ ...size(400), apo: 2 });
  say(null);
  say({ apo: 1, type: "event", name: "key", value: { key: "PageDown", code: "PageDown" } });
  expect(heard).toMatchObject([
    { width: 640, height: 321 },
    { key: "PageDown", keyCode: 34, bubbles: true },
  ]);
});

test("a src that is no address is named, with one that is", async () => {
  const { figure, errors } = figureWith("http://[");
  figure.connectedCallback();
  const detail = 'src is "http://[", which is no address.';
  expect(errors).toMatchObject([{ title: "No address", detail }]);
  expect(await reasonOf(figure.play())).toBe(`${detail} Write a link of the page, such as src="?task=sine".`);
});

test("a frame from disk is told of as such at once, and is not asked", async () => {
  const { figure, errors } = figureWith("file:///lab/index.html");
  figure.connectedCallback();
  greetings.length = 0;
  frames.at(-1)?.dispatchEvent(new Event("load"));
  expect(errors).toMatchObject([{ title: "A file on disk", remedy: expect.stringContaining("web server") }]);
  expect(await reasonOf(figure.play())).toMatch(
    /^The figure at file:\/\/\/lab\/index\.html\?embed=1 is a file on disk: /,
  );
  expect(greetings).toEqual([]);
});

test("parts and settings of a link go to the frame, and what else an element may have does not; an odd word is told of", async () => {
  const { figure, errors } = figureWith("https://example.org/lab/?task=sine");
  const passed = { opt: "apo-p", "apo-p.lf": "3", lambdawsd: "1", title: "A race", zoom: "1-9" };
  const kept = {
    ...{
      width: "640",
      height: "420",
      loading: "lazy",
      class: "wide",
      id: "a",
      slot: "b",
      style: "margin: 0",
      lang: "fr",
    },
    ...{ "data-id": "1", "aria-label": "A", "_ngcontent-ng-c12": "", "v-cloak": "", onclick: "", contenteditable: "" },
    ...{ embed: "0", chart: "loss", "xml:lang": "en" },
  };
  for (const [name, value] of Object.entries({ ...passed, ...kept })) figure.setAttribute(name, value);
  figure.connectedCallback();
  const frame = frames.at(-1) as FakeElement;
  const { searchParams } = new URL((frame as unknown as HTMLIFrameElement).src);
  expect(Object.fromEntries(searchParams)).toEqual({ task: "sine", embed: "1", ...passed });
  greetings.length = 0;
  frame.dispatchEvent(new Event("load"));
  const [port] = greetings[0]?.ports ?? [];
  port?.postMessage({ apo: 1, type: "event", name: "ready", value: { version: 1 } });
  await expect.poll(() => errors).toHaveLength(1);
  expect(errors).toMatchObject([
    { title: "No attribute chart", remedy: "Check the name: docs/embedding.md lists them." },
  ]);
});

test("an element in a language of the figure's asks for it", () => {
  expect([isParameter("lang", "de"), isParameter("lang", "en"), isParameter("lang", "de-AT")]).toEqual([
    true,
    true,
    false,
  ]);
});
