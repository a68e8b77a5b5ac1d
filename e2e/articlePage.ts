import type { Locator } from "@playwright/test";
import type { ExperimentPage } from "./experimentPage";
import { expect } from "./fixtures";

/** Scrolls to the article, whose sections are fetched as it comes near. */
export async function showArticle({ article }: ExperimentPage): Promise<void> {
  await article.scrollIntoViewIfNeeded();
  await expect(article.getByText("What the letters mean:")).toBeVisible();
}

/** The heading of a section of the article. */
export const articleHeading = ({ article }: ExperimentPage, name: string): Locator =>
  article.getByRole("heading", { name, exact: true });
