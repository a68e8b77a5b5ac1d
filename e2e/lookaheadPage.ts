import { expect, type Locator } from "@playwright/test";
import type { ExperimentPage } from "./experimentPage";
import { runOf, type TestRun } from "./testState";

export type TestLookahead = NonNullable<TestRun["lookahead"]>;

/** The view of the step to come and the walk through it, by roles and names. */
export class LookaheadPage {
  readonly figure: Locator;
  readonly walkButton: Locator;
  /** The words and buttons of the walk, while it goes on. */
  readonly walk: Locator;
  readonly next: Locator;
  readonly back: Locator;
  readonly takeStep: Locator;

  constructor(readonly lab: ExperimentPage) {
    const { frame } = lab;
    this.figure = frame.getByRole("figure", { name: "One step ahead", exact: true });
    this.walkButton = this.figure.getByRole("button", { name: "Walk through one step" });
    this.walk = frame.getByRole("region", { name: "Walk through one step" });
    this.next = this.walk.getByRole("button", { name: "Next" });
    this.back = this.walk.getByRole("button", { name: "Back" });
    this.takeStep = this.walk.getByRole("button", { name: "Take this step" });
  }

  /** The number beside a name. */
  number(name: string): Locator {
    const row = this.figure.locator("dl > div").filter({ hasText: name });
    return row.getByRole("definition");
  }

  /** What the step to come looks at, once it has been asked. */
  async aheadOf(run: string): Promise<TestLookahead> {
    const read = async () => {
      const state = await this.lab.state();
      const { lookahead } = runOf(state, run);
      return lookahead?.step === state.step ? lookahead : null;
    };
    await expect.poll(read).not.toBeNull();
    return (await read()) as TestLookahead;
  }

  /** Parts of the page that are outlined. */
  pointedAt(): Locator {
    return this.lab.frame.locator("[data-pointed]");
  }
}
