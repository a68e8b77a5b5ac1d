import type { Frame, Keyboard, Locator, Page } from "@playwright/test";
import { ChartFigure } from "./chartFigure";
import { LabHook } from "./labHook";
import { readState, type TestState, waitForRest, waitForStep } from "./testState";
import { ViewsBar } from "./views";
import { WORDS } from "./words";

/** The lab as a person finds it, by roles and names. What one chart, view, file or picture has is in a page object of its own. */
export class ExperimentPage {
  readonly page: Page;
  readonly keyboard: Keyboard;
  readonly playButton: Locator;
  readonly pauseButton: Locator;
  readonly stepButton: Locator;
  readonly metaStepButton: Locator;
  readonly resetButton: Locator;
  readonly newSeedButton: Locator;
  readonly stepCount: Locator;
  readonly metaStepCount: Locator;
  readonly seed: Locator;
  readonly task: Locator;
  readonly preset: Locator;
  /** Under the task, where there is a choice of networks. */
  readonly network: Locator;
  readonly device: Locator;
  readonly speed: Locator;
  /** Whether fixed learning rates race behind APO-η, in the settings. */
  readonly gridBox: Locator;
  /** Live knobs. */
  readonly sliders: Locator;
  readonly badge: Locator;
  readonly article: Locator;
  readonly notices: Locator;
  readonly controls: Locator;
  readonly controlsButton: Locator;
  readonly helpDialog: Locator;
  readonly settingsDialog: Locator;
  readonly table: Locator;
  readonly fullPageLink: Locator;
  readonly copyLinkButton: Locator;
  readonly linkCopied: Locator;
  readonly repeatMovesButton: Locator;
  readonly loss: ChartFigure;
  readonly learningRate: ChartFigure;
  readonly spectrum: ChartFigure;
  readonly objective: ChartFigure;
  readonly fit: ChartFigure;
  readonly views: ViewsBar;
  /** `window.__apo` of the page. */
  readonly hook: LabHook;
  /** The four charts in the order of the page. */
  readonly charts: readonly ChartFigure[];

  constructor(readonly frame: Frame) {
    this.page = frame.page();
    this.keyboard = this.page.keyboard;
    const button = (name: string) => frame.getByRole("button", { name, exact: true });
    const combobox = (name: string) => frame.getByRole("combobox", { name, exact: true });
    this.playButton = button(WORDS.play);
    this.pauseButton = button(WORDS.pause);
    this.stepButton = button(WORDS.step);
    this.metaStepButton = button("Meta-step");
    this.resetButton = button(WORDS.reset);
    this.newSeedButton = button("New seed");
    this.stepCount = frame.getByTestId("step");
    this.metaStepCount = frame.getByTestId("meta-step");
    this.seed = frame.getByRole("spinbutton", { name: "Seed", exact: true });
    this.task = combobox("Task");
    this.preset = combobox("Preset");
    this.network = frame
      .getByRole("complementary", { name: "Controls" })
      .getByRole("combobox", { name: "Network", exact: true });
    this.device = combobox("Device");
    this.speed = combobox("Speed");
    this.gridBox = frame.getByRole("checkbox", { name: "Fixed η behind APO-η" });
    this.sliders = frame.getByRole("slider", { name: /^(λ_FSD|λ_WSD|K|α)$/ });
    this.badge = frame.getByRole("paragraph").filter({ hasText: /^(WebGPU|WASM|CPU)\b.+\.$/ });
    this.article = frame.getByRole("article");
    this.notices = frame.getByRole("region", { name: "Notices" });
    this.controls = frame.getByRole("complementary", { name: "Controls" });
    this.controlsButton = button(WORDS.controls);
    this.helpDialog = frame.getByRole("dialog", { name: "Help" });
    this.settingsDialog = frame.getByRole("dialog", { name: "Methods and settings" });
    this.table = frame.getByRole("table", { name: /^Same data, start and batch order for all/ });
    this.fullPageLink = frame.getByRole("link", { name: WORDS.fullPageLink });
    this.copyLinkButton = button(WORDS.copyLink);
    this.repeatMovesButton = button("repeat moves");
    this.linkCopied = frame.getByRole("status").filter({ hasText: WORDS.linkCopied });
    this.loss = new ChartFigure(frame, "Loss");
    this.learningRate = new ChartFigure(frame, "Learning rate");
    this.spectrum = new ChartFigure(frame, "Spectrum");
    this.objective = new ChartFigure(frame, "Objective");
    this.fit = new ChartFigure(frame, "Fit");
    this.views = new ViewsBar(frame);
    this.hook = new LabHook(frame);
    this.charts = [this.loss, this.objective, this.learningRate, this.spectrum];
  }

  /** Opens a link ("task=sine&seed=7") and waits until it is ready to train, or has failed. */
  async open(link: string): Promise<void> {
    await this.page.goto(`./?${link}&test=1`);
    await this.isAtRest();
    if (/(^|&)views=(?!none)/.test(link)) await this.views.pass();
  }

  /** Waits until the experiment is loaded and stands still, at a step if one is given. */
  isAtRest(step?: number): Promise<void> {
    return waitForRest(this.frame, step);
  }

  /** Waits until so many steps have been taken, or more. */
  reachesStep(step: number): Promise<void> {
    return waitForStep(this.frame, step);
  }

  state(): Promise<TestState> {
    return readState(this.frame);
  }

  /** Plays to the last step. */
  async playToTheEnd(): Promise<void> {
    const { steps } = await this.state();
    await this.playButton.click();
    await this.isAtRest(steps);
  }

  /** Presses Step so many times, each after the one before. */
  async takeSteps(count: number): Promise<void> {
    const { step } = await this.state();
    for (let taken = 1; taken <= count; taken++) {
      await this.stepButton.click();
      await this.isAtRest(step + taken);
    }
  }

  async scrollTo(end: "top" | "bottom"): Promise<void> {
    await this.keyboard.press(end === "top" ? "Control+Home" : "Control+End");
  }

  /** Buttons with a word in their name, in any case. */
  buttonsWithName(word: string): Locator {
    return this.frame.getByRole("button", { name: word });
  }

  /** A row of the article's table of methods. */
  familyRow(method: string): Locator {
    return this.article.getByRole("table").getByRole("button", { name: method });
  }

  slider(symbol: string): Locator {
    return this.frame.getByRole("slider", { name: symbol, exact: true });
  }

  /** Drags a slider with the mouse, from its middle to a place on its track: 0 left, 1 right. */
  async drag(symbol: string, share: number): Promise<void> {
    const box = await this.slider(symbol).boundingBox();
    if (!box) throw new Error(`The slider ${symbol} is not on screen.`);
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width / 2, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + share * box.width, y, { steps: 6 });
    await this.page.mouse.up();
  }

  /** Clicks a knob's number and types another. */
  async typeNumber(symbol: string, text: string): Promise<void> {
    await this.frame.getByRole("button", { name: new RegExp(`^${symbol} \\S+, type a number$`) }).click();
    await this.numberField(symbol).fill(text);
    await this.numberField(symbol).press("Enter");
  }

  numberField(symbol: string): Locator {
    return this.frame.getByRole("textbox", { name: `${symbol} value`, exact: true });
  }

  /** "APO-P" or "APO-η" above the sliders. */
  focusChoice(name: string): Locator {
    return this.frame.getByRole("group", { name: "Sliders of" }).getByRole("radio", { name, exact: true });
  }

  /** The button that shows and hides a run's lines. */
  seriesToggle(name: string): Locator {
    return this.frame.getByRole("toolbar", { name: "Series in the charts" }).getByRole("button", { name, exact: true });
  }

  /** A choice in the bar under the charts: x-axis or loss split. */
  chartChoice(name: string): Locator {
    return this.frame.getByRole("toolbar", { name: "Charts" }).getByRole("radio", { name, exact: true });
  }

  /** A switch in the bar under the charts: smooth, log. */
  chartSwitch(name: string): Locator {
    return this.frame.getByRole("toolbar", { name: "Charts" }).getByRole("button", { name, exact: true });
  }

  /** A run's row in the comparison. */
  rowOf(name: string): Locator {
    return this.table.getByRole("row").filter({ has: this.frame.getByRole("button", { name, exact: true }) });
  }

  /** A cell of the comparison, by the title of its column. */
  async cellOf(name: string, column: string | RegExp): Promise<Locator> {
    const titles = await this.table.getByRole("columnheader").allTextContents();
    const index = titles.findIndex((title) => (typeof column === "string" ? title === column : column.test(title)));
    if (index < 1) throw new Error(`No column ${column}, only ${titles.join(", ")}.`);
    return this.rowOf(name)
      .getByRole("cell")
      .nth(index - 1); // the first column is a row header
  }

  /** A message, by words of its title; the index of a symbol stands beside its letter there. */
  notice(title: string | RegExp): Locator {
    const cards = this.notices.getByRole("alert").or(this.notices.getByRole("status"));
    return cards.filter({ hasText: typeof title === "string" ? title.replaceAll("λ_", "λ") : title });
  }

  async dismiss(title: string): Promise<void> {
    await this.notices.getByRole("button", { name: `Dismiss: ${title}` }).click();
  }

  async tryAgain(): Promise<void> {
    await this.notices.getByRole("button", { name: "Try again" }).click();
  }

  async openSettings(): Promise<void> {
    await this.frame.getByRole("button", { name: "Methods and settings" }).click();
    await this.settingsDialog.getByRole("group").first().waitFor(); // what stands in it is fetched when it is first opened
  }

  /** Whether a method races, in the settings. */
  methodBox(name: string): Locator {
    return this.settingsDialog.getByRole("checkbox", { name: new RegExp(`^${name} `) });
  }

  /** Unfolds the own settings of a run in the settings. */
  async openSettingsOf(name: string): Promise<void> {
    await this.settingsDialog.getByText(name, { exact: true }).filter({ visible: true }).last().click();
  }

  async typeSetting(label: string, text: string): Promise<void> {
    const field = this.settingsDialog.getByRole("textbox", { name: label, exact: true }).filter({ visible: true });
    await field.fill(text);
    await field.press("Enter");
  }

  async openControls(): Promise<void> {
    await this.controlsButton.click();
  }
}
