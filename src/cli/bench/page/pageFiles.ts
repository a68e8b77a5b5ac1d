import type { Page } from "@playwright/test";

/** Buttons of a figure's menu that save, by their names. */
const FILES = {
  json: "Save the run as JSON",
  packed: "Save the run as JSON, packed",
  csv: "Save all columns of the run as CSV",
  svg: "Save as SVG",
  png: "Save as PNG, 2 times the size",
} as const;
export type SavedAs = keyof typeof FILES;

const PATIENCE_MS = 60_000;

/**
 * From the press of a button in the loss chart's menu to the finished Blob, for each kind of file in turn. The page keeps the last Blob
 * of each kind for `importDelays`.
 */
export async function exportDelays(page: Page, times: number): Promise<Record<SavedAs, number[]>> {
  await page.getByRole("button", { name: "Menu of Loss" }).click();
  await page.getByRole("button", { name: FILES.png }).waitFor();
  return page.evaluate(
    async ({ files, count, patience }) => {
      const kinds = Object.entries(files) as [SavedAs, string][];
      const delays = Object.fromEntries(kinds.map(([kind]) => [kind, []])) as unknown as Record<SavedAs, number[]>;
      const kept: Partial<Record<SavedAs, Blob>> = {};
      Object.assign(window, { kept });
      const make = URL.createObjectURL;
      // a download would write the file, which is no longer the page's work
      HTMLAnchorElement.prototype.click = () => {};
      for (let round = 0; round < count; round++) {
        for (const [kind, name] of kinds) {
          const button = document.querySelector<HTMLButtonElement>(`[popover] button[aria-label="${name}"]`);
          if (!button) throw new Error(`The menu has no button "${name}".`);
          const pressed = performance.now();
          const finished = new Promise<number>((resolve, reject) => {
            const timer = setTimeout(() => reject(new Error(`"${name}" gave no file.`)), patience);
            URL.createObjectURL = (blob) => {
              // a PNG is drawn from an SVG, which has an address of its own for as long
              if (kind !== "png" || (blob as Blob).type === "image/png") {
                clearTimeout(timer);
                kept[kind] = blob as Blob;
                resolve(performance.now());
              }
              return make(blob);
            };
          });
          button.click();
          delays[kind].push((await finished) - pressed);
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      }
      URL.createObjectURL = make;
      return delays;
    },
    { files: FILES, count: times, patience: PATIENCE_MS },
  );
}

/** From the drop of a saved run on a page without one to the frame in which the loss chart reads its last step. */
export async function importDelays(page: Page, saved: SavedAs, lastStep: number, times: number): Promise<number[]> {
  const delays: number[] = [];
  for (let i = 0; i < times; i++) {
    await page.evaluate(() => document.querySelector<HTMLElement>("[popover]")?.hidePopover?.());
    await page.getByRole("button", { name: "Reset", exact: true }).click();
    await page.waitForFunction(
      () => (window as never as { __apo: { getStatus(): { status: string } } }).__apo.getStatus().status === "idle",
    );
    await page.waitForTimeout(500); // the chart of the run before is gone
    delays.push(
      await page.evaluate(
        async ({ kind, last, patience }) => {
          const blob = (window as never as { kept: Partial<Record<string, Blob>> }).kept[kind];
          const chart = document.querySelector('figure[aria-label="Loss"]');
          if (!blob || !chart) throw new Error("There is no saved run, or no loss chart.");
          const transfer = new DataTransfer();
          transfer.items.add(new File([blob], kind === "packed" ? "run.trace.json.gz" : "run.trace.json"));
          const isDrawn = () => chart.textContent?.includes(`at ${last}`);
          if (isDrawn()) throw new Error("The run is drawn before it is dropped.");
          const dropped = performance.now();
          window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true }));
          for (;;) {
            const now = await new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())));
            if (isDrawn()) return now - dropped;
            if (now - dropped > patience) throw new Error("The dropped run was not drawn.");
          }
        },
        { kind: saved, last: lastStep, patience: PATIENCE_MS },
      ),
    );
  }
  return delays;
}
