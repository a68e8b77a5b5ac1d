import { describe, expect, it } from "vitest";
import { GERMAN } from "../german/index";
import { lookupOf } from "./lookup";
import { shapedBy } from "./shapes";

const plain = lookupOf(GERMAN);
const shaped = () => shapedBy(GERMAN, () => plain);

/** Numbers of each kind that a place is filled with, and some that texts of the catalogue speak of. */
const NUMBERS = ["7", "1", "1,204", "0.250", "−3.5", "1.5e-7", "101", "12,345.678", "2", "60000"];

const filled = (text: string, from: number): string =>
  text.replace(/\{(\d+)\}/g, (_, place: string) => NUMBERS[(from + 3 * Number(place)) % NUMBERS.length] ?? "");

/** The same text with other digits. */
const otherDigits = (text: string): string => text.replace(/\d/g, (digit) => `${(Number(digit) + 4) % 10}`);

describe("looked up with stand-ins for its digits", () => {
  it("each text of the catalogue with numbers is what it is without, whatever the numbers are", () => {
    const keys = Object.keys(GERMAN).filter((text) => /\d/.test(text));
    expect(keys.length).toBeGreaterThan(900);
    const said = shaped();
    const other = keys
      .flatMap((key, at) => [
        filled(key, at),
        filled(key, at + 1),
        filled(otherDigits(key.replace(/\{\d+\}/g, "9")), at),
      ])
      .filter((text) => said(text) !== plain(text));
    expect(other).toEqual([]);
  });

  it.each([
    "Step 3 of 40",
    "v1.2, 1.0.3 and 1,2",
    "(−2.500, 1.200), (0.1, 0.2)",
    "Loss 0.25; batch 7: 0.5, 1,200 and 1,2000",
    "https://a.b/?lf=0.3&at=6",
    "at 0.5.",
    "101 of 102 and 103",
    "Allowed: 0.5, 1. Using 0.5.",
  ])("%j too", (text) => {
    expect(shaped()(text)).toBe(plain(text));
  });

  it("one lookup is enough for all texts that differ in numbers alone", () => {
    let count = 0;
    const said = shapedBy({ "Step {0} of {1}": "Schritt {0} von {1}" }, () => (text) => {
      count++;
      return text.replace("Step", "Schritt").replace("of", "von");
    });
    const texts = Array.from({ length: 50 }, (_, step) => said(`Step ${step + 1} of ${1000 * step + 0.5}`));
    expect(texts[41]).toBe("Schritt 42 von 41000.5");
    expect(count).toBe(1);
  });

  it("a number that the catalogue speaks of is looked up as it is", () => {
    const words = { "1 step": "ein Schritt", "{0} steps": "{0} Schritte", "{0} step": "{0} Schritt" };
    const said = shapedBy(words, () => lookupOf(words));
    expect([said("2 step"), said("1 step"), said("3 steps")]).toEqual(["2 Schritt", "ein Schritt", "3 Schritte"]);
  });
});
