import { gate } from "./gate";
import { keydownOf } from "./keydown";
import { faultsOf, isNamed, isParameter } from "./parameters";
import { dress } from "./style";

const EVENTS = ["step", "change", "finish", "diverge", "error"];
const HELLO_MS = 400;
/** Of a frame that does not answer within so many hellos. */
const MOST_HELLOS = 40;
const LOOK_MS = 250;
const TAKEN_AWAY = "The figure was taken away or loaded anew.";
const ON_DISK = "is a file on disk: browsers let no such page load all of its scripts.";
const SERVE = "Serve its folder with a web server, and name that address.";
const LINK = 'Write a link of the page, such as src="?task=sine".';

interface Message {
  apo?: unknown;
  id?: number;
  type?: string;
  name?: string;
  value?: never;
  error?: string;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const figures = new Set<ApoFigure>();

/** A running figure of APO Lab in a page: a frame, made from attributes, that obeys methods and tells by events. */
export class ApoFigure extends HTMLElement {
  #frame: HTMLIFrameElement | null = null;
  #port: MessagePort | null = null;
  #calls = new Map<number, Waiting>();
  #count = 0;
  #opened = gate();
  #sight: boolean | null = null;
  #isNear = true;
  #theme = "";
  #observers: { disconnect(): void }[] = [];
  #timers: ReturnType<typeof setInterval>[] = [];

  connectedCallback(): void {
    figures.add(this);
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    dress(root, this.childNodes.length === 0);
    this.#build();
    const near = new IntersectionObserver((entries) => {
      this.#isNear = entries.at(-1)?.isIntersecting ?? true;
      this.#look();
    });
    near.observe(this);
    const own = new MutationObserver((changes) => {
      if (changes.some(({ attributeName: name }) => name === "src" || isNamed(name ?? ""))) this.#build();
    });
    own.observe(this, { attributes: true });
    const host = new MutationObserver(() => this.#tellTheme());
    for (const element of [document.documentElement, document.body])
      host.observe(element, {
        attributes: true,
        attributeFilter: ["class", "style", "data-theme", "data-color-scheme"],
      });
    this.#observers = [near, own, host];
    this.#timers.push(setInterval(() => this.#look(), LOOK_MS));
    addEventListener("message", this.#hearWindow);
    DARK.addEventListener("change", this.#tellTheme);
  }

  disconnectedCallback(): void {
    figures.delete(this);
    for (const observer of this.#observers) observer.disconnect();
    for (const timer of this.#timers) clearInterval(timer);
    removeEventListener("message", this.#hearWindow);
    DARK.removeEventListener("change", this.#tellTheme);
    this.#end();
    this.#fail(TAKEN_AWAY);
  }

  play = () => this.#call("play");
  pause = () => this.#call("pause");
  reset = () => this.#call("reset");
  step = (count?: number) => this.#call("step", count);
  seek = (step: number | null) => this.#call("seek", step);
  set = (name: string, value: number, options?: { run?: string }) => this.#call("set", name, value, options);
  getState = () => this.#call("getState");
  getTrace = () => this.#call("getTrace");
  toSVG = (chart?: string) => this.#call("toSVG", chart);
  toPNG = (chart?: string, options?: { scale?: number }) => this.#call("toPNG", chart, options);
  toCSV = (chart?: string) => this.#call("toCSV", chart);

  /** Address of the frame: the link, and over it what the attributes say. */
  get #address(): URL {
    const address = new URL(this.getAttribute("src") ?? "./", BASE);
    address.searchParams.set("embed", "1");
    for (const { name, value } of this.attributes) if (isParameter(name, value)) address.searchParams.set(name, value);
    return address;
  }

  #build(): void {
    let address: URL;
    try {
      address = this.#address;
    } catch {
      this.#end();
      this.#refuse("No address", `src is ${JSON.stringify(this.getAttribute("src"))}, which is no address.`, LINK);
      return;
    }
    if (this.#frame?.src === address.href) return;
    this.#end();
    const frame = document.createElement("iframe");
    frame.loading = "lazy";
    frame.allow = "clipboard-write; fullscreen";
    frame.title = this.getAttribute("title") ?? this.getAttribute("caption") ?? "APO Lab, a figure";
    const sandbox = this.getAttribute("sandbox");
    if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
    if (crossOriginIsolated) frame.setAttribute("credentialless", "");
    frame.src = address.href;
    frame.addEventListener("load", () => {
      if (address.protocol === "file:") this.#refuse("A file on disk", `The figure at ${frame.src} ${ON_DISK}`, SERVE);
      else this.#greet(frame, sandbox === null ? address.origin : "*");
    });
    this.#frame = frame;
    this.shadowRoot?.querySelector("div")?.prepend(frame);
    this.#tellTheme();
  }

  #end(): void {
    this.#port?.close();
    this.#port = null;
    this.#sight = null;
    this.#theme = "";
    this.#frame?.remove();
    this.#frame = null;
    for (const { reject } of this.#calls.values()) reject(new Error(TAKEN_AWAY));
    this.#calls.clear();
    if (!this.#opened.isNew) this.#opened = gate(); // else calls wait for the next frame
  }

  /** Calls that wait are rejected, and so are later ones, until there is another frame. */
  #fail(reason: string): void {
    this.#opened.fail(new Error(reason));
    this.#opened.isNew = false;
  }

  #refuse(title: string, detail: string, remedy: string): void {
    this.#fail(`${detail} ${remedy}`);
    this.dispatchEvent(new CustomEvent("error", { detail: { title, detail, remedy } }));
  }

  /** Says hello until the figure's script answers. */
  #greet(frame: HTMLIFrameElement, origin: string): void {
    let hellos = 0;
    const greet = () => {
      if (frame !== this.#frame || this.#port) return clearInterval(timer);
      if (++hellos > MOST_HELLOS) {
        clearInterval(timer);
        const detail = `The figure at ${frame.src} does not answer.`;
        this.#refuse(
          "No answer",
          detail,
          "See that its server runs, lets it be framed here, and that origins has this page.",
        );
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => this.#hear(port1, data);
      frame.contentWindow?.postMessage({ apo: 1, type: "hello" }, origin, [port2]);
    };
    const timer = setInterval(greet, HELLO_MS);
    greet();
  }

  #hearWindow = ({ source, data }: MessageEvent) => {
    if (source && source === this.#frame?.contentWindow && data?.apo === 1) this.#hear(null, data);
  };

  #hear(port: MessagePort | null, { type, name, id, value, error }: Message): void {
    if (type === "resize") this.#resize(value as never);
    else if (type === "event" && name === "key") this.dispatchEvent(keydownOf(value as never));
    if (!port) return;
    if (type === "event" && name === "ready") {
      this.#port ??= port;
      this.#frame?.classList.add("ready");
      this.#theme = "";
      this.#tellTheme();
      this.#sight = null;
      this.#look();
      this.#opened.open();
      this.#opened.isNew = false;
      this.dispatchEvent(new CustomEvent("ready", { detail: value }));
      for (const detail of faultsOf(this)) this.dispatchEvent(new CustomEvent("error", { detail })); // by now it is listened to
    } else if (port !== this.#port) return;
    else if (type === "event" && name === "bus") {
      for (const other of figures) if (other !== this) other.#send("bus", value);
    } else if (type === "event" && EVENTS.includes(name ?? ""))
      this.dispatchEvent(new CustomEvent(name ?? "", { detail: value }));
    else if (type === "result" && id !== undefined) {
      const waiting = this.#calls.get(id);
      this.#calls.delete(id);
      if (error === undefined) waiting?.resolve(value);
      else waiting?.reject(new Error(error));
    }
  }

  #resize(size: { width: number; height: number }): void {
    if (!(size?.height > 0 && size.height < 10_000)) return;
    if (this.#frame) this.#frame.style.height = `${size.height}px`;
    this.dispatchEvent(new CustomEvent("resize", { detail: size }));
  }

  async #call(name: string, ...args: unknown[]): Promise<unknown> {
    if (this.#frame) this.#frame.loading = "eager";
    await this.#opened.promise;
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject });
      this.#port?.postMessage({ apo: 1, id, type: "call", name, args });
    });
  }

  #send(name: string, value: unknown): void {
    this.#port?.postMessage({ apo: 1, type: "event", name, value });
  }

  /** Whether it can be seen, as far as the page around it decides. */
  #look(): void {
    const isSeen = this.#isNear && this.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (isSeen === this.#sight || !this.#port) return;
    this.#sight = isSeen;
    this.#send("sight", isSeen);
  }

  #tellTheme = (): void => {
    if (this.getAttribute("theme") !== "host" || !this.#frame) return;
    const schemes = getComputedStyle(this).colorScheme;
    const isDark = schemes.includes("dark") && (!schemes.includes("light") || DARK.matches);
    const theme = isDark ? "dark" : "light";
    this.#frame.style.colorScheme = theme;
    if (theme === this.#theme || !this.#port) return;
    this.#theme = theme;
    this.#send("theme", theme);
  };
}

const BASE = new URL(/* @vite-ignore */ "./", import.meta.url).href;
const DARK = matchMedia("(prefers-color-scheme: dark)");

customElements.define("apo-figure", ApoFigure);
