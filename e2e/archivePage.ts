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
  readonly deleteButton: Locator;
  readonly deleteForGood: Locator;

  constructor(private readonly lab: ExperimentPage) {
    const { frame, controls } = lab;
    this.card = frame.getByRole("region", { name: /comes? from the official archive|^Reading / });
    this.picker = this.card.getByLabel(/^Choose cifar-/);
    this.keepCurrentRun = this.card.getByRole("button", { name: "Keep the current run" });
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
