import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ApoFigure } from "./apoEmbed";

/** As much of a browser's element as the figure touches. */
class FakeElement extends EventTarget {
  shadowRoot: object | null = null;
  readonly childNodes = [];
  readonly style = {};
  readonly classList = { add() {} };
  readonly contentWindow = { postMessage: (message: unknown) => void greetings.push(message) };
  readonly given = new Map<string, string>();
  get attributes() {
    return [...this.given].map(([name, value]) => ({ name, value }));
  }
  getAttribute = (name: string) => this.given.get(name) ?? null;
  setAttribute = (name: string, value: string) => void this.given.set(name, value);
  attachShadow() {
    this.shadowRoot = { querySelector: () => ({ prepend: (frame: FakeElement) => void frames.push(frame) }) };
    return this.shadowRoot;
  }
  remove() {}
  checkVisibility = () => true;
}
class FakeObserver {
  observe() {}
  disconnect() {}
}
const greetings: unknown[] = [];
const frames: FakeElement[] = [];
let Figure: new () => ApoFigure & Pick<FakeElement, "setAttribute"> & { connectedCallback(): void };

beforeAll(async () => {
  vi.useFakeTimers();
  const globals = {
    ...{ HTMLElement: FakeElement, IntersectionObserver: FakeObserver, MutationObserver: FakeObserver },
    ...{ crossOriginIsolated: false, customElements: { define() {} }, matchMedia: () => new EventTarget() },
    ...{ addEventListener() {}, removeEventListener() {} },
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

test("a src that is no address is named, with one that is", async () => {
  const { figure, errors } = figureWith("http://[");
  figure.connectedCallback();
  const detail = 'src is "http://[", which is no address.';
  expect(errors).toMatchObject([{ title: "No address", detail }]);
  expect(await reasonOf(figure.play())).toBe(`${detail} Write a link of the page, such as src="?task=sine".`);
});
