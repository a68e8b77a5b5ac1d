/** What is found on a page by role and name. Places are those of its window, numbers those that its slider reports. */
export interface Found {
  left: number;
  top: number;
  width: number;
  height: number;
  text: string;
  /** Of a slider: its value as readers hear it, and the width of its thumb. */
  value: number;
  thumb: number;
}

/**
 * All visible elements of a role and an accessible name, scrolled into view one by one. Runs in the page, by itself, in any engine.
 * @param name null for any
 */
export function findInPage(role: string, name: string | null): Found[] {
  const selectors: Record<string, string> = {
    button: "button, [role=button]",
    link: "a[href]",
    slider: "input[type=range], [role=slider]",
    status: "[role=status]",
    heading: "h1, h2, h3",
    textarea: "textarea",
    body: "body",
  };
  const nameOf = (element: Element) =>
    (element.getAttribute("aria-label") ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
  return [...document.querySelectorAll(selectors[role] ?? role)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => name === null || nameOf(element) === name)
    .map((element) => {
      element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const { left, top, width, height } = element.getBoundingClientRect();
      const input = element as HTMLInputElement;
      return {
        left,
        top,
        width,
        height,
        text: input.value || nameOf(element),
        value: Number.parseFloat(element.getAttribute("aria-valuetext") ?? input.value),
        thumb: Number.parseFloat(window.getComputedStyle(element).getPropertyValue("--thumb")) || 16,
      };
    });
}

/** Opens a page in a frame of a size, in place of this page, as a post embeds it. */
export function frameInPage(address: string, width: number, height: number): void {
  document.body.innerHTML = `<h1>A post</h1><iframe width="${width}" height="${height}" style="border:0"></iframe>`;
  (document.querySelector("iframe") as HTMLIFrameElement).src = address;
}

/** What a promise came to. */
export interface Told {
  value?: unknown;
  error?: string;
}

/** Calls a method of the page's `<apo-figure>`, and leaves at `told` what its promise comes to. */
export function callFigure(method: string, args: unknown[]): void {
  const tell = (told: Told | null) => Object.assign(window, { told });
  tell(null);
  const figure = document.querySelector("apo-figure") as unknown as Record<string, (...given: unknown[]) => unknown>;
  Promise.resolve(figure[method]?.(...args)).then(
    (value) => tell({ value: value instanceof window.Blob ? { type: value.type, size: value.size } : value }),
    (error) => tell({ error: String(error) }),
  );
}

/** Looks again and again from now on whether a caption's title runs into the note beside it; `titlesInNotes` tells. */
export function watchTitles(): void {
  const LOOK_MS = 50;
  const found = new Set<string>();
  Object.assign(window, { titlesInNotes: found });
  const look = () => {
    for (const figure of document.querySelectorAll("figure")) {
      const [title, note] = [figure.querySelector("figcaption b"), figure.querySelector("figcaption .note")];
      if (!title || !note?.checkVisibility()) continue;
      const words = document.createRange();
      words.selectNodeContents(title);
      const right = Math.max(...[...words.getClientRects()].map((box) => box.right));
      if (right > note.getBoundingClientRect().left + 1) found.add(figure.getAttribute("aria-label") ?? "");
    }
    window.setTimeout(look, LOOK_MS);
  };
  look();
}

/** Names of the figures whose title ran into its note since `watchTitles`. */
export function titlesInNotes(): string[] {
  return [...(window as unknown as { titlesInNotes: Set<string> }).titlesInNotes];
}

/** Drops a file on the page, its bytes in base64. */
export function dropFile(name: string, base64: string): void {
  const dataTransfer = new DataTransfer();
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  dataTransfer.items.add(new File([bytes], name, { type: "application/gzip" }));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}

/** From now on the page's workers that it tells something are written down; `endWorkers` ends them. */
export function watchWorkers(): void {
  const workers = new Set<Worker>();
  Object.assign(window, { workersTold: workers });
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (this: Worker, ...told: unknown[]) {
    workers.add(this);
    return Reflect.apply(postMessage, this, told);
  };
}

/** Ends the workers written down, without a word, as a browser does that wants their memory. Returns how many. */
export function endWorkers(): number {
  const workers = (window as unknown as { workersTold: Set<Worker> }).workersTold;
  for (const worker of workers) worker.terminate();
  return workers.size;
}
