import type { Page } from "@playwright/test";
import { ExperimentPage } from "../experimentPage";
import { germanPart } from "../inGerman";
import { isEnglish } from "./englishIn";
import { pageTexts } from "./pageTexts";

/** A page in German, and what of it was found in English in the states it has been looked at in. */
export class GermanPage {
  readonly lab: ExperimentPage;
  private readonly left = new Map<string, string>();
  private looked = 0;

  constructor(readonly page: Page) {
    this.lab = new ExperimentPage(germanPart(page.mainFrame()));
  }

  open(link: string): Promise<void> {
    return this.lab.open(`${link}&lang=de`);
  }

  /** Looks at all that can be read now. */
  async look(state: string): Promise<void> {
    const texts = await this.page.evaluate(pageTexts);
    this.looked += texts.length;
    for (const { text, where } of texts)
      if (!this.left.has(text) && isEnglish(text)) this.left.set(text, `${state}: ${where}: ${JSON.stringify(text)}`);
  }

  /** Each English text once, with the first place it was seen at. */
  get english(): string[] {
    return [...this.left.values()];
  }

  /** How many texts have been looked at. */
  get count(): number {
    return this.looked;
  }
}
