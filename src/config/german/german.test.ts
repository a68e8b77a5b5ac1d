import { expect, it } from "vitest";
import { translatorOf } from "../language/translator";
import { GERMAN } from "./index";

/** Texts that are put together where they are drawn, as they are drawn. */
it.each([
  ["all layers, 4,353, est. ±0.3 %", "alle Schichten, 4.353, gesch. ±0,3 %"],
  ["dense 2, est. ±2.1 %", "dense 2, gesch. ±2,1 %"],
  ["smoothed, at 299", "geglättet, bei 299"],
  ["at 29", "bei 29"],
  ["a recording: seed 7, trained on WASM in node 20", "eine Aufzeichnung: Startwert 7, trainiert auf WASM in node 20"],
])("%s is %s in German", (english, german) => {
  expect(translatorOf(GERMAN).said(english)).toBe(german);
});
