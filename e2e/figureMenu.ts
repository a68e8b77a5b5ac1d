import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { expect } from "./fixtures";

/** The menu of a figure: how it is drawn, and what can be taken away of it. */
export class FigureMenu {
  readonly button: Locator;
  readonly panel: Locator;
  /** What was done, or why it could not be. */
  readonly told: Locator;
  /** What there is to copy by hand. */
  readonly field: Locator;

  constructor(private readonly figure: Locator) {
    this.button = figure.getByRole("button", { name: /^Menu of / });
    this.panel = figure.getByRole("dialog", { name: /^Menu of / });
    this.told = this.panel.getByRole("status", { name: "Saving and copying" });
    this.field = this.panel.getByRole("textbox", { name: "To copy from" });
  }

  async open(): Promise<void> {
    await this.button.click();
    await expect(this.panel).toBeVisible();
  }

  /** A scale of one of the chart's axes. */
  scale(axis: "x-axis" | "y-axis", scale: "linear" | "log"): Locator {
    return this.panel.getByRole("group", { name: axis }).getByRole("radio", { name: scale, exact: true });
  }

  /** Presses a button of the menu by its name. */
  press(name: string): Promise<void> {
    return this.panel.getByRole("button", { name, exact: true }).click();
  }

  /** Saves by a button of the menu; the file's name and bytes. */
  async save(name: string): Promise<{ name: string; bytes: Buffer }> {
    const download = this.figure.page().waitForEvent("download");
    await this.press(name);
    const saved = await download;
    return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
  }
}
