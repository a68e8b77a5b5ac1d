import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/chromium.mjs";
import { ExperimentPage } from "../experimentPage";
import { numbersOf } from "../testState";

/**
 * Every number of an experiment that Chromium played to its end. It is kept in a file, so that a second engine, in a process of its
 * own, is held against the same.
 */
export async function numbersInChromium(home: string, link: string, file: string): Promise<unknown> {
  if (!existsSync(file)) {
    const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
    try {
      const page = await browser.newPage({ baseURL: home });
      const lab = new ExperimentPage(page.mainFrame());
      await lab.open(link);
      await lab.playToTheEnd();
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(numbersOf(await lab.state())));
    } finally {
      await browser.close();
    }
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
