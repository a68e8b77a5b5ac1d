import type { Locator } from "@playwright/test";
import type { ExperimentPage } from "./experimentPage";

/** A file as a test makes it. */
export interface TestFile {
  name: string;
  text: string;
}

/** What the page has for a file of one's own, by roles and names. */
export class CsvPage {
  /** The card that asks for a file. */
  readonly card: Locator;
  readonly picker: Locator;
  readonly otherPicker: Locator;
  /** For rows that are pasted or typed, in the card. */
  readonly rows: Locator;
  readonly trainOnRows: Locator;
  readonly target: Locator;
  readonly dropTarget: Locator;

  constructor(private readonly lab: ExperimentPage) {
    const { frame, settingsDialog, controls } = lab;
    this.card = frame.getByRole("region", { name: /your (own CSV )?file/ });
    this.picker = this.card.getByLabel("Choose a CSV file");
    this.otherPicker = controls.getByLabel("Choose another file");
    this.rows = this.card.getByRole("textbox", { name: "Rows of a table" });
    this.trainOnRows = this.card.getByRole("button", { name: "Train on these rows" });
    this.target = settingsDialog.getByRole("combobox", { name: "Target" });
    this.dropTarget = frame.getByText("Drop a CSV file to train on it");
  }

  /** Chooses a file as the browser's dialog would. */
  async choose(picker: Locator, { name, text }: TestFile): Promise<void> {
    await picker.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  }

  /** Pastes a text by its keys, wherever the focus is. */
  async paste(text: string): Promise<void> {
    const { page } = this.lab;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press("ControlOrMeta+v");
  }

  /** Drags a file over the middle of the page; `drop` lets go of it there. */
  async drag({ name, text }: TestFile): Promise<{ drop: () => Promise<void> }> {
    const { page } = this.lab;
    const dataTransfer = await page.evaluateHandle(
      (file) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([file.text], file.name, { type: "text/csv" }));
        return transfer;
      },
      { name, text },
    );
    await page.dispatchEvent("main", "dragover", { dataTransfer });
    return { drop: () => page.dispatchEvent("main", "drop", { dataTransfer }) };
  }

  /** Whether a column is an input, in the settings; `remark` is what stands behind its name. */
  inputBox(name: string, remark = ""): Locator {
    return this.lab.settingsDialog.getByRole("checkbox", { name: `${name} ${remark}`.trim(), exact: true });
  }
}
