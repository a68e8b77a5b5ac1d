import type { Locator } from "@playwright/test";
import type { ExperimentPage } from "./experimentPage";

/** The kept runs of a page, as a person finds them. */
export class KeptPage {
  readonly dialog: Locator;
  readonly goOnButton: Locator;
  readonly overlays: Locator;

  constructor(readonly lab: ExperimentPage) {
    this.dialog = lab.frame.getByRole("dialog", { name: "Kept runs" });
    this.goOnButton = lab.notices.getByRole("button", { name: "Go on with it" });
    this.overlays = lab.frame.getByRole("list", { name: "Laid over the charts" });
  }

  /** Opens a link whose runs are kept though it is a test's, and waits until it is at rest. */
  async open(link: string): Promise<void> {
    await this.lab.open(`${link}&keep=1`);
  }

  async openList(): Promise<void> {
    await this.lab.controls.getByRole("button", { name: "Kept runs" }).click();
  }

  /** A kept run of the list by its name. */
  run(name: string): Locator {
    return this.dialog.getByRole("listitem").filter({ has: this.dialog.page().getByText(name, { exact: true }) });
  }

  button(name: string): Locator {
    return this.dialog.getByRole("button", { name, exact: true });
  }
}
