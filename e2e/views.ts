import { expect, type Frame, type Locator } from "@playwright/test";

/** The scrubber, the bar of views and what every view has: a figure with its title, and what it says. */
export class ViewsBar {
  readonly toolbar: Locator;
  /** The step that charts and pictures show. */
  readonly scrubber: Locator;
  readonly latestButton: Locator;

  constructor(private readonly frame: Frame) {
    this.toolbar = frame.getByRole("toolbar", { name: "Views" });
    this.scrubber = frame.getByRole("slider", { name: "Step shown" });
    this.latestButton = frame.getByRole("button", { name: "Latest", exact: true });
  }

  /** Scrolls by the views that are open, as each is drawn once it was near the window, and back to the top. */
  async pass(): Promise<void> {
    const toCome = this.frame.locator(".view-to-come");
    for (let left = await toCome.count(); left > 0; left = await toCome.count()) {
      // several come at once, so that the one counted may be here already
      await this.frame.evaluate(() => document.querySelector(".view-to-come")?.scrollIntoView());
      await expect.poll(() => toCome.count()).toBeLessThan(left);
    }
    await this.frame.evaluate(() => scrollTo(0, 0));
  }

  toggle(title: string): Locator {
    return this.toolbar.getByRole("button", { name: title, exact: true });
  }

  figure(title: string): Locator {
    return this.frame.getByRole("figure", { name: title, exact: true });
  }

  /** A row of a view's table of numbers, hidden or in sight, as texts of its cells. */
  async rowOf(title: string, header: string): Promise<string[]> {
    const row = this.figure(title)
      .getByRole("row")
      .filter({ has: this.frame.getByRole("rowheader", { name: header, exact: true }) });
    return row.getByRole("cell").allTextContents();
  }
}
