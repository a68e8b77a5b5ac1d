/** What a mouse does, in the words of W3C WebDriver, which WebKit's driver and Firefox's WebDriver BiDi share. */
export type PointerAction =
  | { type: "pointerMove"; x: number; y: number; duration: number }
  | { type: "pointerDown" | "pointerUp"; button: 0 };

/** A key: a character, or one of the code points that W3C WebDriver gives to the others. */
export interface KeyAction {
  type: "keyDown" | "keyUp";
  value: string;
}

/** A window of a browser engine, with real input. What stands on the page is the concern of `EnginePage`. */
export interface Engine {
  goTo(address: string): Promise<void>;
  /** The JSON value of an expression in the page. */
  evaluate(expression: string): Promise<string>;
  mouse(actions: readonly PointerAction[]): Promise<void>;
  keys(actions: readonly KeyAction[]): Promise<void>;
  /** Gives the page a size in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Addresses of all open windows, in no order. */
  addresses(): Promise<string[]>;
  /** Closes windows that a page has opened: one behind another draws no frames. */
  closeOthers(): Promise<void>;
  /** A PNG of what is in view. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** How an engine is started. */
export interface EngineOptions {
  /** Whether the system asks for dark pages. */
  isDark: boolean;
}
