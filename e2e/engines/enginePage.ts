import { expect } from "@playwright/test";
import type { TestHook } from "../../src/store/hook/testHook";
import type { TestState } from "../testState";
import { WORDS } from "../words";
import type { Engine, KeyAction, PointerAction } from "./engine";
import { callFigure, type Found, findInPage, frameInPage, type Told } from "./inPage";

/** Keys that are no characters, as W3C WebDriver writes them. */
const KEYS: Record<string, string> = {
  Shift: "\uE008",
  Control: "\uE009",
  Escape: "\uE00C",
  End: "\uE010",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
};

/** How long a page may take to do what it was asked. */
const PATIENCE_MS = 120_000;
const eventually = { timeout: PATIENCE_MS, intervals: [50, 100] };

/** The lab in any engine, with real input, as a person finds it: `ExperimentPage`'s sister for browsers without Playwright. */
export class EnginePage {
  private frame: { left: number; top: number } | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly home: string,
  ) {}

  /** What a function of the page's own `window` and `document` returns, of the framed page where there is one. */
  async evaluate<A extends unknown[], T>(read: (...args: A) => T, ...args: A): Promise<T> {
    const page = this.frame ? "window.frames[0]" : "window";
    const call = `(${read})(${args.map((value) => JSON.stringify(value)).join(", ")})`;
    const json = await this.engine.evaluate(
      `((window, document) => JSON.stringify(${call} ?? null))(${page}, ${page}.document)`,
    );
    return JSON.parse(json) as T;
  }

  /** Opens a link ("task=sine&seed=7") and waits until it is ready to train. */
  async open(link: string): Promise<void> {
    this.frame = null;
    await this.engine.goTo(`${this.home}?${link}&test=1`);
    await this.isAtRest();
  }

  /** Opens a link in a frame of a post. */
  async openFramed(link: string, width: number, height: number): Promise<void> {
    await this.openPost();
    await this.evaluate(frameInPage, `${this.home}?${link}&test=1`, width, height);
    const { left, top } = await this.find("iframe");
    this.frame = { left, top };
    await this.isAtRest();
  }

  /** Opens a page of somebody else, which is none of the lab's. */
  async openForeign(address: string): Promise<void> {
    this.frame = null;
    await this.engine.goTo(address);
  }

  /** What a method of the page's `<apo-figure>` promises, a Blob as its type and size. Rejects with what it is rejected with. */
  async call<T>(method: string, ...args: unknown[]): Promise<T> {
    await this.evaluate(callFigure, method, args);
    const told = () => this.evaluate(() => (window as unknown as { told: Told | null }).told);
    await expect.poll(told, { ...eventually, message: method }).not.toBeNull();
    const { value, error } = (await told()) ?? {};
    if (error !== undefined) throw new Error(error);
    return value as T;
  }

  /** What is on the clipboard, pasted by keys into a field of another page. */
  async paste(): Promise<string> {
    await this.openPost();
    await this.evaluate(() => {
      document.body.innerHTML = "<textarea></textarea>";
    });
    await this.click("textarea");
    await this.press("Control", "v");
    await expect.poll(async () => (await this.find("textarea")).text, eventually).not.toBe("");
    return (await this.find("textarea")).text;
  }

  /** Waits until the experiment is loaded and stands still, at a step if one is given. */
  async isAtRest(step: number | null = null): Promise<void> {
    const where = () =>
      this.evaluate(() => {
        const at = (window as unknown as { __apo?: TestHook }).__apo?.getStatus();
        return at
          ? `${["loading", "running"].includes(at.status) ? at.status : "at rest"} at ${at.step}`
          : "no lab yet";
      });
    await expect.poll(where, eventually).toMatch(step === null ? /^at rest/ : new RegExp(`^at rest at ${step}$`));
  }

  state(): Promise<TestState> {
    return this.evaluate(() => (window as unknown as { __apo: TestHook }).__apo.getState());
  }

  address(): Promise<string> {
    return this.evaluate(() => window.location.href);
  }

  /** The one element of a role and a name, as soon as there is one. */
  async find(role: string, name: string | null = null): Promise<Found> {
    let found: Found[] = [];
    const count = async () => {
      found = await this.evaluate(findInPage, role, name);
      return found.length;
    };
    await expect.poll(count, { ...eventually, message: `${role} "${name}"` }).toBe(1);
    return found[0] as Found;
  }

  /** Waits until there is no such element. */
  async isGone(role: string, name: string): Promise<void> {
    await expect.poll(async () => (await this.evaluate(findInPage, role, name)).length, eventually).toBe(0);
  }

  /** Clicks at a place of an element: 0 left or top, 1 right or bottom. */
  async click(role: string, name: string | null = null, across = 0.5, down = 0.5): Promise<void> {
    const { left, top, width, height } = await this.find(role, name);
    await this.mouse(
      this.moveTo(left + across * width, top + down * height),
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    );
  }

  /**
   * Drags a slider's thumb over places on its track (0 left, 1 right), lets go at the last, moves on, and returns the values at these
   * places. Fails where the slider follows a mouse that has let go.
   */
  async drag(symbol: string, places: readonly number[]): Promise<number[]> {
    const { left, top, width, height, thumb } = await this.find("slider", symbol);
    const y = top + height / 2;
    const at = (share: number) => this.moveTo(left + thumb / 2 + share * (width - thumb), y);
    const value = async () => (await this.find("slider", symbol)).value;
    await this.mouse(at(0.5), { type: "pointerDown", button: 0 });
    const values: number[] = [];
    for (const share of places) {
      await this.mouse(at(share));
      values.push(await value());
    }
    await this.mouse({ type: "pointerUp", button: 0 }, at(0.95));
    expect(await value(), `${symbol} after the drag`).toBe(values.at(-1));
    return values;
  }

  /** Presses keys together, the last of them named last. */
  async press(...names: string[]): Promise<void> {
    const values = names.map((name) => KEYS[name] ?? name);
    const down = values.map((value): KeyAction => ({ type: "keyDown", value }));
    const up = values.toReversed().map((value): KeyAction => ({ type: "keyUp", value }));
    await this.engine.keys([...down, ...up]);
  }

  /** Presses Play and waits for the last step. */
  async playToTheEnd(): Promise<void> {
    const { steps } = await this.state();
    await this.click("button", WORDS.play);
    await this.isAtRest(steps);
  }

  /** A page of the same server that is not the lab. */
  private async openPost(): Promise<void> {
    this.frame = null;
    await this.engine.goTo(`${this.home}post.html`);
    await expect.poll(() => this.address(), eventually).toContain("post.html");
  }

  private moveTo(x: number, y: number): PointerAction {
    const { left, top } = this.frame ?? { left: 0, top: 0 };
    return { type: "pointerMove", x: Math.round(left + x), y: Math.round(top + y), duration: 0 };
  }

  private mouse(...actions: PointerAction[]): Promise<void> {
    return this.engine.mouse(actions);
  }
}
