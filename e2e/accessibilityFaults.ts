import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export interface AccessibilityFault {
  id: string;
  help: string;
  /** How bad axe calls it: "minor", "moderate", "serious" or "critical". */
  impact: string;
  /** Selectors of what has the fault. */
  at: string[];
}

/**
 * What axe finds wrong on a page as it stands, or in a part of it. It is asked for the faults only, in the page itself: a list of
 * all that is right, put together in a second page, takes longer than the search. A page in an iframe would be left out.
 */
export async function accessibilityFaults(page: Page, part?: string): Promise<AccessibilityFault[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.map(({ id, help, impact, nodes }) => ({
    id,
    help,
    impact: impact ?? "minor",
    at: nodes.map(({ target }) => target.join(" ")),
  }));
}

/** The faults that keep people from using the page, each as a sentence. */
export async function seriousFaults(page: Page, part?: string): Promise<string[]> {
  const faults = await accessibilityFaults(page, part);
  return faults
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, at }) => at.map((place) => `${id}: ${help}, at ${place}`));
}

/** What people look at pages in. */
const LOOKS = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "active" },
] as const;

/** A page as it stands, or a part of it, has no fault that keeps people from using it: light, dark, and in colours of their own. */
export async function expectAccessible(page: Page, what: string, part?: string): Promise<void> {
  for (const look of LOOKS) {
    await page.emulateMedia(look);
    const name = `${what}, ${look.forcedColors === "active" ? "forced colours" : look.colorScheme}`;
    expect(await seriousFaults(page, part), name).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
}
