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

  /** The RMSE of each run, as the figure says it in words. */
  async readErrors(): Promise<Map<string, number>> {
    const [, list = ""] = /RMSE of (.*)\.$/.exec((await this.lab.fit.summary.textContent()) ?? "") ?? [];
    return new Map(
      list.split("; ").map((one) => {
        const [name = "", error] = one.split(": ");
        return [name, Number.parseFloat(error ?? "")];
      }),
    );
  }

  /** A run's column of the figure's table: targets and predictions of eight examples at most. */
  async readPoints(name: string): Promise<{ target: number; prediction: number }[]> {
    const titles = await this.figure.getByRole("columnheader").allTextContents();
    const column = titles.findIndex((title) => title.endsWith(`: ${name}`));
    const rows = await this.figure
      .getByRole("row")
      .filter({ has: this.lab.frame.getByRole("cell") })
      .all();
    const cells = await Promise.all(rows.map((row) => row.getByRole("cell").nth(column).textContent()));
    return cells.map((cell) => {
      const [target, prediction] = (cell ?? "").split(": ").map(Number);
      return { target: target ?? Number.NaN, prediction: prediction ?? Number.NaN };
    });
  }

  async readError(name: string): Promise<number> {
    return Number(await this.error(name).textContent());
  }
}
