import type { Locator } from "@playwright/test";
import type { ExperimentPage } from "./experimentPage";

/** The picture of what the runs have learned, by roles and names. */
export class FitPage {
  readonly figure: Locator;
  /** The network of an image task, in the settings. */
  readonly network: Locator;

  constructor(readonly lab: ExperimentPage) {
    this.figure = lab.frame.getByRole("figure", { name: "Fit" });
    this.network = lab.settingsDialog.getByRole("combobox", { name: "Network", exact: true });
  }

  /** A run's row of reconstructed images. */
  reconstructions(name: string): Locator {
    return this.figure.getByRole("img", { name: `Reconstructions by ${name}`, exact: true });
  }

  /** A run's row. */
  row(name: string): Locator {
    const title = this.lab.frame.getByRole("rowheader", { name, exact: true });
    return this.figure.getByRole("row").filter({ has: title });
  }

  /** The number at the end of a row: the error over the images shown. */
  error(name: string): Locator {
    return this.row(name).getByRole("cell").last();
  }

  async readError(name: string): Promise<number> {
    return Number(await this.error(name).textContent());
  }
}
