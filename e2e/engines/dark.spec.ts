import { WORDS } from "../words";
import { expectDragged } from "./drags";
import { expect, test } from "./fixtures";

test.use({ isDark: true });

test("the page is dark where the system asks for it, at 1280 and 390 pixels", async ({ lab, engine, picture }) => {
  await engine.resize(1280, 800);
  await lab.open("task=sine&backend=wasm&steps=12");
  await lab.playToTheEnd();
  expect(await lab.evaluate(() => window.getComputedStyle(document.body).backgroundColor)).toBe("rgb(16, 18, 21)"); // --surface
  await picture("1280-dark");
  await engine.resize(390, 844);
  await lab.find("button", WORDS.controls);
  await picture("390-dark");
  await lab.click("button", WORDS.controls);
  await expectDragged(lab, "λ_FSD");
  await picture("390-drawer-dark");
});
