import type { Locator } from "@playwright/test";
import type { ExperimentPage } from "./experimentPage";

/** An archive as a test makes it. */
export interface TestArchive {
  name: string;
  bytes: Uint8Array;
}

/** What the page has for an archive of images, by roles and names. */
export class ArchivePage {
  /** The card that asks for an archive, or tells how far one is read. */
  readonly card: Locator;
  readonly picker: Locator;
  readonly keepCurrentRun: Locator;
  readonly progress: Locator;
  readonly readSoFar: Locator;
  readonly cancelButton: Locator;
  readonly deleteButton: Locator;
  readonly deleteForGood: Locator;

  constructor(private readonly lab: ExperimentPage) {
    const { frame, controls } = lab;
    this.card = frame.getByRole("region", { name: /comes? from the official archive|^Reading / });
    this.picker = this.card.getByLabel(/^Choose cifar-/);
    this.keepCurrentRun = this.card.getByRole("button", { name: "Keep the current run" });
    this.progress = this.card.getByRole("progressbar", { name: "Reading the archive" });
    this.readSoFar = this.card.getByRole("status");
    this.cancelButton = this.card.getByRole("button", { name: "Cancel", exact: true });
    this.deleteButton = controls.getByRole("button", { name: /^Delete the archive, / });
    this.deleteForGood = controls.getByRole("button", { name: /for good\?$/ });
  }

  /** Chooses a file as the browser's dialog would. */
  async choose({ name, bytes }: TestArchive): Promise<void> {
    await this.picker.setInputFiles({ name, mimeType: "application/gzip", buffer: Buffer.from(bytes) });
  }

  /** Drops a file on the middle of the page. */
  async drop({ name, bytes }: TestArchive): Promise<void> {
    const { page } = this.lab;
    const dataTransfer = await page.evaluateHandle(
      (file) => {
        const transfer = new DataTransfer();
        const data = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([data], file.name, { type: "application/gzip" }));
        return transfer;
      },
      { name, base64: Buffer.from(bytes).toString("base64") },
    );
    await page.dispatchEvent("main", "dragover", { dataTransfer });
    await page.dispatchEvent("main", "drop", { dataTransfer });
  }

  /** Before the page is opened: of each archive half of the first piece is read, and the rest once `letReadingGoOn` says so. */
  async holdReading(): Promise<void> {
    await this.beginWorkerWith(`
      const stream = Blob.prototype.stream;
      const released = new Promise((go) => new BroadcastChannel("reading").addEventListener("message", go));
      const transform = async (piece, controller) => {
        controller.enqueue(piece.slice(0, piece.length / 2));
        await released;
        controller.enqueue(piece.slice(piece.length / 2));
      };
      Blob.prototype.stream = function () { return stream.call(this).pipeThrough(new TransformStream({ transform })); };`);
  }

  letReadingGoOn(): Promise<void> {
    return this.lab.page.evaluate(() => new BroadcastChannel("reading").postMessage("go on"));
  }

  /** Before the page is opened: neither the page nor the worker that reads archives finds a place for files. */
  async denyFiles(): Promise<void> {
    const none =
      'navigator.storage.getDirectory = () => Promise.reject(new DOMException("none here", "SecurityError"));';
    await this.lab.page.addInitScript(none);
    await this.beginWorkerWith(none);
  }

  /** Puts lines before the script of the worker that reads archives: no init script reaches a worker. */
  private async beginWorkerWith(lines: string): Promise<void> {
    await this.lab.page.context().route("**/archive.worker-*.js", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${lines}\n${await response.text()}` });
    });
  }

  /** Files that the browser keeps of archives. */
  keptFiles(): Promise<string[]> {
    return this.lab.page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle("archives").catch(() => null);
      const names: string[] = [];
      for await (const name of folder?.keys() ?? []) names.push(name);
      return names.toSorted();
    });
  }
}
