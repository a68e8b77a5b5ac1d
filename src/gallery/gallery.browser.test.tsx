import { createRoot } from "react-dom/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import "./sheets";
import "./gallery.css";
import { CASE_GROUPS } from "./allCases";
import { showCase } from "./showCase";
import { figureText } from "./testing/figureText";
import { overlappingTexts, smallTexts } from "./testing/textFaults";
import { untoldFigures } from "./testing/untoldFigures";

const box = document.createElement("div");
const root = createRoot(box);
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A figure whose script is still fetched. */
const isComing = () => box.querySelector("figure") === null;

/** Drawn and laid out: the same for three looks in a row. */
async function drawnText(): Promise<string> {
  let text = "";
  for (let same = 0; same < 3; await frame()) {
    const next = figureText(box);
    same = next === text && !isComing() ? same + 1 : 0;
    text = next;
  }
  return text;
}

beforeAll(async () => {
  await page.viewport(1280, 800);
  document.body.append(box);
});
afterAll(() => root.unmount());

/** Cases in which there is no number yet, or none by nature: words alone. */
const NOTHING_YET: readonly string[] = [
  ...["loss-empty", "objective-empty", "objective-no-apo", "learning-rate-empty", "eigenvalues-empty"],
  ...["fit-function-empty", "fit-parity-empty", "view-lookahead-waiting", "view-sweepMap-none"],
];

describe("figures of the gallery", () => {
  const cases = CASE_GROUPS.filter(({ hasSnapshots }) => hasSnapshots).flatMap(({ cases }) => cases);

  test.each(cases)("draws $name as reviewed (npm run gallery:snapshots accepts a change)", async ({ name }) => {
    showCase(root, name);
    await expect(await drawnText()).toMatchFileSnapshot(`snapshots/${name}.txt`);
    const untold = NOTHING_YET.includes(name) ? [expect.stringMatching(/: no table$/)] : [];
    expect(untoldFigures(box), "words and table of each figure").toEqual(untold);
    expect(smallTexts("figure"), "texts that are too small").toEqual([]);
    expect(overlappingTexts(), "texts over each other").toEqual([]);
  });
});

describe("parts of the gallery without figures", () => {
  const cases = CASE_GROUPS.filter(({ hasSnapshots }) => !hasSnapshots).flatMap(({ cases }) => cases);

  test.each(cases)("says something for $name", async ({ name }) => {
    showCase(root, name);
    await expect.poll(() => box.textContent, { timeout: 10_000 }).not.toBe(""); // the loading card comes late
    expect(untoldFigures(box).filter((untold) => !untold.endsWith(": no table"))).toEqual([]);
    expect(smallTexts("body"), "texts that are too small").toEqual([]);
  });
});
