import type { Locator } from "@playwright/test";
import type { ExperimentPage } from "./experimentPage";

/** Who reads a lesson: the card, and what the reader does with the page, by pointer and keys. */
export class LessonReader {
  readonly card: Locator;
  readonly place: Locator;
  readonly backButton: Locator;
  readonly closeButton: Locator;
  readonly listButton: Locator;
  readonly list: Locator;
  /** Skip, and Next once the step is done. */
  readonly onButton: Locator;

  constructor(
    readonly lab: ExperimentPage,
    readonly isPhone = false,
  ) {
    this.card = lab.frame.getByRole("region", { name: /^(Lesson|Lektion): / });
    this.place = this.card.getByText(/^(step|Schritt) \d (of|von) \d$/);
    const button = (name: string | RegExp) => this.card.getByRole("button", { name, exact: true });
    this.backButton = button("Back");
    this.closeButton = button("Close the lesson");
    this.onButton = button(/^(Skip|Next|Next lesson|Finish|Überspringen|Weiter|Nächste Lektion|Fertig)$/);
    this.listButton = lab.frame.getByRole("button", { name: "Lessons", exact: true });
    this.list = lab.frame.getByRole("dialog", { name: "Lessons" });
  }

  /** Does something in the controls, which lie in a drawer on a phone. */
  private async inControls(act: () => Promise<unknown>): Promise<void> {
    if (this.isPhone) await this.lab.openControls();
    await act();
    if (this.isPhone) await this.lab.openControls();
  }

  /** As fast as it goes. */
  hurry = (): Promise<void> => this.inControls(() => this.lab.speed.selectOption("max"));

  /** Types a number on a slider. */
  set = (symbol: string, text: string): Promise<void> =>
    this.inControls(async () => {
      await this.lab.slider(symbol).focus();
      await this.lab.keyboard.type(text);
      await this.lab.keyboard.press("Enter");
    });

  play = (): Promise<void> => this.lab.playButton.click();

  /** Pauses, where the race has not ended meanwhile. */
  async pause(): Promise<void> {
    if (await this.lab.pauseButton.isVisible()) await this.lab.pauseButton.click();
    await this.lab.isAtRest();
  }

  /** Plays for so many steps or a few more. */
  async train(steps: number): Promise<void> {
    const { step } = await this.lab.state();
    await this.play();
    await this.lab.reachesStep(step + steps);
    await this.pause();
  }

  newSeed = (): Promise<void> => this.inControls(() => this.lab.newSeedButton.click());

  toggleView = (title: string): Promise<void> => this.lab.views.toggle(title).click();

  /** Types a learning rate of SGDm on its slider, which is folded away at first. */
  setRate = (text: string): Promise<void> =>
    this.inControls(async () => {
      const slider = this.lab.frame.getByTestId("slider-sgdm.learningRate");
      if (!(await slider.isVisible()))
        await this.lab.frame.getByText("Learning rates set by hand", { exact: true }).click();
      await slider.focus();
      await this.lab.keyboard.type(text);
      await this.lab.keyboard.press("Enter");
    });

  /** Does something in the dialog of methods and settings, which takes the drawer's place on a phone, and closes it. */
  async inSettings(act: () => Promise<unknown>): Promise<void> {
    if (this.isPhone) await this.lab.openControls();
    await this.lab.openSettings();
    await act();
    await this.lab.keyboard.press("Escape");
    await this.lab.settingsDialog.waitFor({ state: "hidden" });
  }

  /** Chooses the format of a method's numbers, among its own settings. */
  setPrecision = (method: string, format: string): Promise<void> =>
    this.inSettings(async () => {
      const field = this.lab.settingsDialog
        .locator("details")
        .filter({ has: this.lab.page.locator("summary").getByText(method, { exact: true }) })
        .getByRole("combobox", { name: "Precision" });
      if (!(await field.isVisible())) await this.lab.openSettingsOf(method);
      await field.selectOption(format);
    });

  stepOnce = (): Promise<void> => this.lab.takeSteps(1);

  /** Looks at a past step with the slider under the charts. */
  async lookAt(step: number): Promise<void> {
    await this.lab.views.scrubber.fill(String(step));
  }
}
